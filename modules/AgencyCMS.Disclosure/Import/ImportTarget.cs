using System.Data.Common;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Import.Attaching;
using AgencyCMS.Disclosure.Import.Planning;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Turns lines into disclosures of one tenant and publishes them in batches. Lives in a scope of that tenant.</summary>
internal sealed class ImportTarget(TenantContext context, TenantDb db, ImportPlanner planner, ContentBatches batches, ContentManager manager, ContentSchedule schedule, LineAttachments attachments, TimeProvider clock)
{
    private const int MostAttempts = 10;

    /// <summary>Publishes the lines of a batch in one transaction. A dry run does the same and takes it back, so it meets every refusal that the import would.</summary>
    public async Task ImportAsync(IReadOnlyList<ImportLine> lines, ImportReport report, CancellationToken cancellationToken)
    {
        var left = lines;
        for (var attempt = 1; left.Count > 0; attempt++)
        {
            try
            {
                var done = await TryAsync(left, report, cancellationToken);
                left = attempt < MostAttempts ? [.. done.Where(line => line.Effect == BatchEffect.Outdated).Select(line => line.Line)] : [];
                foreach (var line in done.Where(line => !left.Contains(line.Line)))
                {
                    report.Count(context.Tenant, line);
                }
            }
            catch (Exception exception) when (attempt < MostAttempts && exception is DbUpdateException or DbException { IsTransient: true })
            {
                // An editor has published meanwhile, and with it the numbers have moved on: that is no fault of the lines, which are looked at anew.
                db.Discard();
            }
        }
    }

    private async Task<List<ImportedLine>> TryAsync(IReadOnlyList<ImportLine> lines, ImportReport report, CancellationToken cancellationToken)
    {
        await using var rehearsal = report.IsDryRun ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var comment = report.AskedBy is null ? $"Import: {report.File}" : $"Import: {report.File} ({report.AskedBy})";
        var done = new List<ImportedLine>(lines.Count);
        var batch = new Dictionary<string, PlannedLine>(StringComparer.Ordinal);
        var toCome = new List<PlannedLine>();
        var remembered = new List<PlannedLine>();
        foreach (var plan in await planner.PlanAsync(lines, report.OverwritesCorrections, cancellationToken))
        {
            var problems = plan.Problems.Count > 0 ? plan.Problems : await AttachAsync(plan, report.IsDryRun, cancellationToken);
            if (problems.Count > 0)
            {
                done.Add(new ImportedLine(plan.Line, BatchEffect.Refused, problems, plan.Notes));
            }
            else if (plan.Item is null)
            {
                done.Add(new ImportedLine(plan.Line, BatchEffect.Unchanged, [], plan.Notes));
                remembered.Add(plan);
            }
            else if (plan.PublishAt is not null)
            {
                toCome.Add(plan);
            }
            else
            {
                batch.Add(plan.Item.ContentItemId, plan);
            }
        }
        var results = await batches.PublishAsync(
            [.. batch.Values.Select(plan => new BatchItem(plan.Item!, plan.Stamp))], // with an item: see above
            comment,
            results => RememberAsync([.. remembered, .. results.Where(result => IsTaken(result.Effect)).Select(result => batch[result.ContentItemId])], report.ImportId, cancellationToken),
            cancellationToken);
        done.AddRange(results.Select(result => Told(batch[result.ContentItemId], result.Effect, result.Problems)));
        foreach (var plan in toCome)
        {
            done.Add(await ScheduleAsync(plan, comment, report, cancellationToken));
        }
        if (rehearsal is not null)
        {
            await rehearsal.RollbackAsync(CancellationToken.None);
            db.Discard();
        }
        return done;
    }

    private async Task<IReadOnlyList<Problem>> AttachAsync(PlannedLine plan, bool isRehearsal, CancellationToken cancellationToken)
    {
        if (plan.Item is null || (plan.Files.Count == 0 && plan.Pictures.Count == 0 && plan.Replaced.Count == 0))
        {
            return [];
        }
        var files = await attachments.AttachAsync(plan.Item.ContentItemId, plan.Files, isRehearsal, cancellationToken);
        var pictures = await attachments.AttachAsync(plan.Item.ContentItemId, plan.Pictures, isRehearsal, cancellationToken);
        if (files.IsRefused || pictures.IsRefused)
        {
            return [.. files.Problems, .. pictures.Problems];
        }
        var brought = files.Value.Concat(pictures.Value).Select(file => file.Id).ToHashSet(StringComparer.Ordinal);
        plan.Item.Alter<AttachmentsPart>(part => part.Attachments =
            [.. files.Value, .. part.Attachments.Where(file => !brought.Contains(file.Id) && !plan.Replaced.Contains(file.Id)), .. pictures.Value]);
        return [];
    }

    private async Task<ImportedLine> ScheduleAsync(PlannedLine plan, string comment, ImportReport report, CancellationToken cancellationToken)
    {
        await using var transaction = report.IsDryRun ? null : await db.Database.BeginTransactionAsync(cancellationToken);
        var saved = await manager.SaveDraftAsync(plan.Item!, 0, comment, cancellationToken); // planned with an item
        var scheduled = saved.IsRefused ? saved : await schedule.ScheduleAsync(saved.Value.ContentItemId, saved.Value.Stamp, plan.PublishAt, null, cancellationToken);
        if (!scheduled.IsRefused)
        {
            await RememberAsync([plan], report.ImportId, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await (transaction?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
        }
        db.Discard();
        return scheduled.IsRefused
            ? Told(plan, BatchEffect.Refused, [.. scheduled.Problems])
            : Told(plan, BatchEffect.Created, []) with { IsScheduled = true };
    }

    // Stages only; in the transaction that writes the items.
    private async Task RememberAsync(IReadOnlyList<PlannedLine> plans, string importId, CancellationToken cancellationToken)
    {
        var ids = plans.Select(plan => plan.ContentItemId).ToList();
        var known = await db.Set<ImportedLineRow>().Where(row => ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, StringComparer.Ordinal, cancellationToken);
        foreach (var (plan, id) in plans.Zip(ids))
        {
            if (!known.TryGetValue(id, out var row))
            {
                row = new ImportedLineRow { ContentItemId = id, Columns = "", CreatedBy = plan.Stamp == 0 && plan.Item is not null ? importId : "", VersionId = "" };
                db.Add(row);
            }
            var columns = plan.Columns.Write();
            (row.ImportedAt, row.VersionId) = plan.Item is null ? (row.Columns == columns ? row.ImportedAt : clock.GetUtcNow(), row.VersionId) : (clock.GetUtcNow(), plan.Item.ContentItemVersionId);
            row.Columns = columns;
            row.Written = (plan.Item is null ? plan.Written : plan.Written.With(plan.Taken, LineColumns.Of(plan.Item))).Write();
        }
    }

    private static bool IsTaken(BatchEffect effect) => effect is BatchEffect.Created or BatchEffect.Updated or BatchEffect.Unchanged;

    private static ImportedLine Told(PlannedLine plan, BatchEffect effect, IReadOnlyList<Problem> problems) =>
        new(plan.Line, effect, effect == BatchEffect.Outdated ? [ImportProblems.ChangedMeanwhile()] : problems, plan.Notes) { IsEntryChosen = plan.IsEntryChosen };
}
