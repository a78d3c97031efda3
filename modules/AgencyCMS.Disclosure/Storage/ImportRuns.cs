using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Storage;

/// <summary>The imports of all tenants. Who asks for one names the tenant, so nobody sees those of a neighbour.</summary>
internal sealed class ImportRuns(StoreSessions stores, TimeProvider clock)
{
    public async Task<ImportRunRow> AddAsync(ImportRunRow run, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        db.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        return run;
    }

    /// <returns>Null when the tenant has no such import.</returns>
    public async Task<ImportRunRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<ImportRunRow>().AsNoTracking().SingleOrDefaultAsync(run => run.TenantId == tenant.Value && run.Id == id, cancellationToken);
    }

    /// <returns>One page, the newest first, and the number of all.</returns>
    public async Task<(IReadOnlyList<ImportRunRow> Runs, int Total)> ListAsync(TenantId tenant, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        var rows = db.Set<ImportRunRow>().AsNoTracking().Where(run => run.TenantId == tenant.Value);
        return (await rows.OrderByDescending(run => run.Id).Skip(skip).Take(take).ToListAsync(cancellationToken), await rows.CountAsync(cancellationToken));
    }

    /// <summary>Tenants with an import that is to be carried out, or gone on with; who has waited longest comes first.</summary>
    public async Task<IReadOnlyList<TenantId>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        var tenants = await Open(db).OrderBy(run => run.Id).Select(run => run.TenantId).ToListAsync(cancellationToken);
        return [.. tenants.Distinct().Select(id => new TenantId(id))];
    }

    /// <summary>The open imports of a tenant, the oldest first.</summary>
    public async Task<IReadOnlyList<ImportRunRow>> ListOpenAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await Open(db).AsNoTracking().Where(run => run.TenantId == tenant.Value).OrderBy(run => run.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Another import of the same upload that waits or runs.</summary>
    public async Task<ImportRunRow?> FindOpenAsync(ImportRunRow run, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await Open(db).AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(row => row.TenantId == run.TenantId && row.Folder == run.Folder && row.Id != run.Id, cancellationToken);
    }

    /// <summary>Writes what the person chose, unless it was begun meanwhile.</summary>
    /// <returns>False then.</returns>
    public async Task<bool> PrepareAsync(ImportRunRow run, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<ImportRunRow>().Where(row => row.Id == run.Id && row.State == ImportState.Prepared).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Map, run.Map).SetProperty(row => row.IntoTenantId, run.IntoTenantId).SetProperty(row => row.ByColumn, run.ByColumn).SetProperty(row => row.Sites, run.Sites)
                .SetProperty(row => row.IsDryRun, run.IsDryRun).SetProperty(row => row.OverwritesCorrections, run.OverwritesCorrections).SetProperty(row => row.State, run.State),
            cancellationToken) > 0;
    }

    /// <summary>Asks the node that carries it out to stop; one that nobody has begun ends at once.</summary>
    public async Task CancelAsync(ImportRunRow run, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Set<ImportRunRow>().Where(row => row.Id == run.Id && row.State == ImportState.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, ImportState.Cancelled).SetProperty(row => row.FinishedAt, now), cancellationToken);
        await db.Set<ImportRunRow>().Where(row => row.Id == run.Id && row.State == ImportState.Running).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsCancelAsked, true), cancellationToken);
    }

    /// <summary>A node begins with it or goes on with it.</summary>
    /// <returns>False when it was cancelled meanwhile.</returns>
    public async Task<bool> BeginAsync(ImportRunRow run, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        run.State = ImportState.Running;
        run.Attempts++;
        return await Open(db).Where(row => row.Id == run.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, ImportState.Running).SetProperty(row => row.Attempts, run.Attempts).SetProperty(row => row.TotalLines, run.TotalLines), cancellationToken) > 0;
    }

    /// <summary>Writes how far it is.</summary>
    /// <returns>False when it is to stop.</returns>
    public async Task<bool> SaveAsync(ImportRunRow run)
    {
        await using var db = stores.OpenCounty();
        await db.Set<ImportRunRow>().Where(row => row.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SettledLine, run.SettledLine)
            .SetProperty(row => row.RefusedBytes, run.RefusedBytes).SetProperty(row => row.Report, run.Report));
        return await db.Set<ImportRunRow>().AnyAsync(row => row.Id == run.Id && !row.IsCancelAsked);
    }

    public async Task EndAsync(ImportRunRow run, ImportState state, string? error)
    {
        await using var db = stores.OpenCounty();
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Set<ImportRunRow>().Where(row => row.Id == run.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.FinishedAt, now).SetProperty(row => row.Error, error));
    }

    /// <summary>Finds an import by the id that its items carry.</summary>
    public async Task<ImportRunRow?> FindAsync(string importId, CancellationToken cancellationToken)
    {
        var number = importId[(importId.LastIndexOf('-') + 1)..];
        if (!long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }
        await using var db = stores.OpenCounty();
        return await db.Set<ImportRunRow>().AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken) is { } run && (run.ImportId == importId || number == importId) ? run : null;
    }

    /// <summary>Writes that what an import brought was taken back.</summary>
    public async Task MarkWithdrawnAsync(ImportRunRow run)
    {
        await using var db = stores.OpenCounty();
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Set<ImportRunRow>().Where(row => row.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnAt, now));
    }

    /// <summary>Removes one that is neither waiting nor running.</summary>
    public async Task RemoveAsync(ImportRunRow run, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        await db.Set<ImportRunRow>().Where(row => row.Id == run.Id && row.State != ImportState.Queued && row.State != ImportState.Running).ExecuteDeleteAsync(cancellationToken);
    }

    /// <returns>Those begun before an instant that are neither waiting nor running.</returns>
    public async Task<IReadOnlyList<ImportRunRow>> OlderAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<ImportRunRow>().AsNoTracking().Where(row => row.CreatedAt < before && row.State != ImportState.Queued && row.State != ImportState.Running).ToListAsync(cancellationToken);
    }

    /// <summary>True when a later import uses the same upload.</summary>
    public async Task<bool> IsUsedLaterAsync(ImportRunRow run, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<ImportRunRow>().AnyAsync(row => row.TenantId == run.TenantId && row.Folder == run.Folder && row.Id > run.Id, cancellationToken);
    }

    /// <summary>True when any other import uses the same upload.</summary>
    public async Task<bool> IsUsedAsync(ImportRunRow run, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await db.Set<ImportRunRow>().AnyAsync(row => row.TenantId == run.TenantId && row.Folder == run.Folder && row.Id != run.Id, cancellationToken);
    }

    private static IQueryable<ImportRunRow> Open(CountyDb db) => db.Set<ImportRunRow>().Where(row => row.State == ImportState.Queued || row.State == ImportState.Running);
}
