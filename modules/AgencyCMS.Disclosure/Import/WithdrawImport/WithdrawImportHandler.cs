using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Import.Runs;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Import.WithdrawImport;

/// <summary>Takes back what an import brought: its public items are withdrawn, its scheduled ones called off. What it only changed stays; the history has the older versions.</summary>
internal sealed class WithdrawImportHandler(ImportRuns runs, TenantDirectory directory, TenantScopes scopes, WorkLocks locks)
{
    private const int BatchSize = 500;
    private const int MostAttempts = 10;

    /// <summary>What there is to take back.</summary>
    public async Task<BroughtItems> FindAsync(ImportRunRow run, CancellationToken cancellationToken)
    {
        var found = new BroughtItems(0, 0, 0, 0, "");
        foreach (var tenant in Tenants(run))
        {
            await using var scope = scopes.Open(tenant, Actor.Service("import"));
            var rows = await ReadAsync(scope.ServiceProvider.GetRequiredService<TenantDb>(), run, cancellationToken);
            found = new BroughtItems(
                found.Public + rows.Count(row => row is { IsOut: true, Audience: Audience.Public }),
                found.Internal + rows.Count(row => row is { IsOut: true, Audience: not Audience.Public }),
                found.Edited + rows.Count(row => row is { IsOut: true, IsEdited: true }),
                found.Scheduled + rows.Count(row => row.IsScheduled),
                StateOf(found.State, rows));
        }
        return found;
    }

    // Two looks at the same items are alike as long as nobody has done anything with one of them.
    private static string StateOf(string before, IEnumerable<BroughtRow> rows)
    {
        var stamps = rows.Where(row => row.IsOut || row.IsScheduled).OrderBy(row => row.ContentItemId, StringComparer.Ordinal)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.ContentItemId}:{row.Stamp}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + string.Join(',', stamps))).AsSpan(0, 8));
    }

    /// <param name="run">The import.</param>
    /// <param name="reason">Why; readers see it.</param>
    /// <param name="shown">The state that the person was shown; null when nobody was.</param>
    /// <param name="actor">Who takes it back.</param>
    /// <param name="cancellationToken">Stops before the next site.</param>
    /// <returns>What was done; refused without a reason, while the import runs, when it was taken back before, or when its items are not as shown any more.</returns>
    public async Task<Outcome<TakenBack>> HandleAsync(ImportRunRow run, string? reason, string? shown, Actor actor, CancellationToken cancellationToken)
    {
        if (run.WithdrawnAt is not null)
        {
            // Whatever of it is public now was published again since.
            return ImportProblems.TakenBackBefore();
        }
        if (string.IsNullOrWhiteSpace(reason))
        {
            return ImportProblems.WithdrawReasonMissing();
        }
        reason = StorableText.Tidy(reason).Trim();
        if (TextProblems.CheckSeen("Reason", reason) is { } unseen)
        {
            return unseen;
        }
        if (Characters.Exceeds(reason, ContentLimits.Reason))
        {
            return ContentProblems.TooLong("Reason", ContentLimits.Reason);
        }
        if (run.IsOpen)
        {
            return ImportProblems.ImportStillRuns();
        }
        if (shown is not null && shown != (await FindAsync(run, cancellationToken)).State)
        {
            return ImportProblems.ItemsChangedMeanwhile();
        }
        var taken = new TakenBack(0, 0, []);
        foreach (var tenant in Tenants(run))
        {
            await using var writing = await locks.TakeAsync(WorkLocks.NameOfWriting(tenant.Id), cancellationToken);
            await using var scope = scopes.Open(tenant, actor);
            var db = scope.ServiceProvider.GetRequiredService<TenantDb>();
            var rows = await ReadAsync(db, run, cancellationToken);
            var withdrawn = 0;
            foreach (var batch in rows.Where(row => row.IsOut).Chunk(BatchSize))
            {
                withdrawn += await WithdrawAsync(scope.ServiceProvider.GetRequiredService<ContentBatches>(), db, [.. batch.Select(row => row.ContentItemId)], reason, cancellationToken);
            }
            // With the withdrawal of what is published its schedule was called off.
            var calledOff = rows.Count(row => row is { IsScheduled: true, IsOut: true });
            foreach (var row in rows.Where(row => row is { IsScheduled: true, IsOut: false }))
            {
                var outcome = await scope.ServiceProvider.GetRequiredService<ContentSchedule>().ScheduleAsync(row.ContentItemId, row.Stamp, null, null, cancellationToken);
                calledOff += outcome.IsRefused ? 0 : 1;
            }
            taken = new TakenBack(taken.Withdrawn + withdrawn, taken.CalledOff + calledOff, [.. taken.Tenants, tenant.Id]);
        }
        var unreached = Unreached(run);
        if (unreached.Count > 0)
        {
            // It stands there still; whoever opens the site again must not be told that it was taken back.
            return ImportProblems.NotTakenBackEverywhere(taken.Withdrawn, string.Join(", ", unreached.Select(tenant => tenant.Title)));
        }
        await runs.MarkWithdrawnAsync(run);
        return taken;
    }

    private static async Task<int> WithdrawAsync(ContentBatches batches, TenantDb db, IReadOnlyCollection<string> ids, string reason, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await batches.WithdrawAsync(ids, reason, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
                // An editor changed one of them meanwhile.
                db.Discard();
            }
        }
    }

    // Also those that are closed: they may be opened again.
    private IEnumerable<Tenant> Tenants(ImportRunRow run) => All(run).Where(tenant => tenant.Fault is null);

    private List<Tenant> Unreached(ImportRunRow run) => [.. All(run).Where(tenant => tenant.Fault is not null)];

    // An import by a column may have brought items to any site; those it reached are written down.
    private IEnumerable<Tenant> All(ImportRunRow run)
    {
        var reached = ImportRunner.ReportOf(run).TenantIds;
        var ids = run.IntoTenantId is { } into ? [into] : reached.Count > 0 ? reached : directory.All.Select(tenant => tenant.Id.Value);
        return ids.Select(id => directory.Find(new TenantId(id))).OfType<Tenant>().Where(tenant => tenant.State is not (TenantState.Draft or TenantState.Provisioning));
    }

    private static async Task<List<BroughtRow>> ReadAsync(TenantDb db, ImportRunRow run, CancellationToken cancellationToken)
    {
        var import = run.ImportId;
        return await db.Set<ImportedLineRow>().AsNoTracking().Where(line => line.CreatedBy == import)
            .Join(db.Set<ContentItemRow>(), line => line.ContentItemId, item => item.ContentItemId, (line, item) => new BroughtRow(
                item.ContentItemId, item.Stamp, item.PublishedVersionId != null, item.Audience, item.LatestVersionId != line.VersionId, item.PublishAt != null))
            .ToListAsync(cancellationToken);
    }

    private sealed record BroughtRow(string ContentItemId, int Stamp, bool IsOut, Audience Audience, bool IsEdited, bool IsScheduled);
}

/// <summary>What an import brought and could take back.</summary>
/// <param name="Public">Items that everybody can read now.</param>
/// <param name="Internal">Items that have been restricted to the staff since.</param>
/// <param name="Edited">Those of both that somebody has edited since.</param>
/// <param name="Scheduled">Items that are to be published.</param>
/// <param name="State">Is another as soon as something has been done with one of them.</param>
internal sealed record BroughtItems(int Public, int Internal, int Edited, int Scheduled, string State);

/// <summary>What was taken back.</summary>
/// <param name="Withdrawn">Items that were public, or published for the staff.</param>
/// <param name="CalledOff">Items that were to be published.</param>
/// <param name="Tenants">Where.</param>
internal sealed record TakenBack(int Withdrawn, int CalledOff, IReadOnlyList<TenantId> Tenants);
