using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Storage;
using AgencyCMS.Tenants.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Operations.Restore;

/// <summary>
/// Closes a site for a restore and opens it again. Which sites are closed for that is noted before it is done: when the process is killed, the next start of
/// the program, on any node, or the next round opens them.
/// </summary>
internal sealed class ClosedSites(
    StoreSessions stores, StoreFiles files, DataOptions options, WorkLocks locks, SchemaSteps schema, ITenantLifecycle lifecycle, TenantRecords records, TimeProvider clock, ILogger<ClosedSites> logger)
    : ICountyJob, IStartupTask
{
    private const string Notice = "The site is being restored and will be back shortly. 网站正在恢复，请稍后访问。";

    // A server hears of the suspension within a third of a second and finishes what it has begun.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(1);

    public string Name => "operations.open-sites";

    public string Description => "Opens sites that a restore has closed and could not open again because its process ended.";

    public string Cron => "0 */5 * * * ?";

    public int Order => 20;

    /// <summary>Held while a tenant is restored.</summary>
    /// <returns>Null when it is being restored already.</returns>
    public Task<IAsyncDisposable?> TryTakeAsync(TenantId tenant, CancellationToken cancellationToken) => locks.TryTakeAsync("restore-" + tenant, cancellationToken);

    /// <summary>Closes a site that is open and waits until its servers have heard. The county office stays open.</summary>
    public async Task<Outcome> CloseAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (tenant.State != TenantState.Running || tenant.IsCounty)
        {
            return Outcome.Done;
        }
        await using (var db = stores.OpenCounty())
        {
            db.Add(new RestoreRow { TenantId = tenant.Id.Value, BegunAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(cancellationToken);
        }
        var suspended = await lifecycle.SuspendAsync(tenant.Id, Notice, Actor.System, cancellationToken);
        if (suspended.IsRefused)
        {
            await ForgetAsync(tenant.Id);
            return suspended.WithoutValue();
        }
        await Task.Delay(Drain, clock, cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Waits for long work that writes into the tenant's store, and keeps it out until let go.</summary>
    public Task<IAsyncDisposable> KeepWritersOutAsync(TenantId tenant, CancellationToken cancellationToken) => locks.TakeAsync(WorkLocks.NameOfWriting(tenant), cancellationToken);

    /// <summary>Opens a site that was closed here; one that somebody else has closed stays closed.</summary>
    public async Task OpenAsync(TenantId tenant)
    {
        await using (var db = stores.OpenCounty())
        {
            if (!await db.Set<RestoreRow>().AnyAsync(row => row.TenantId == tenant.Value))
            {
                return;
            }
        }
        // Refused when it was archived meanwhile, or closed by the county.
        await lifecycle.ResumeAsync(tenant, Notice, Actor.System, CancellationToken.None);
        await ForgetAsync(tenant);
    }

    /// <summary>Opens what killed restores have left closed. A store is replaced as a whole or not at all, so what is there can be shown.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var tenant in await ListAsync(cancellationToken))
        {
            await using var held = await TryTakeAsync(tenant, cancellationToken);
            if (held is not null)
            {
                await FinishAsync(tenant);
            }
        }
    }

    /// <summary>Ends what a killed restore of a tenant has left, if there was one. To be called while the tenant is held.</summary>
    public async Task FinishAsync(TenantId tenant)
    {
        if (!(await ListAsync(CancellationToken.None)).Contains(tenant))
        {
            return;
        }
        await records.LoadAsync(CancellationToken.None);
        if (options.Provider == DatabaseProvider.Sqlite && !files.HasTenant(tenant))
        {
            // It was unreadable before, and what should have come in its place did not: there is nothing to show until the restore is repeated.
            logger.LogError("A restore of tenant {TenantId} was interrupted and has left no store; its site stays closed until it is repeated.", tenant.Value);
            return;
        }
        foreach (var half in Directory.Exists(files.Folder(tenant)) ? Directory.EnumerateFiles(files.Folder(tenant), "restoring-*").ToList() : [])
        {
            File.Delete(half);
        }
        try
        {
            await schema.UpgradeTenantAsync(tenant, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // Shown as any other damaged store; what is closed for ever helps nobody.
            logger.LogError(exception, "The store of tenant {TenantId} cannot be brought up to date after an interrupted restore.", tenant.Value);
        }
        await NodeBell.RingAsync(stores, tenant, CancellationToken.None);
        await OpenAsync(tenant);
        logger.LogWarning("A restore of tenant {TenantId} was interrupted; its site is open again.", tenant.Value);
    }

    private async Task<List<TenantId>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return [.. (await db.Set<RestoreRow>().AsNoTracking().Select(row => row.TenantId).ToListAsync(cancellationToken)).Select(id => new TenantId(id))];
    }

    private async Task ForgetAsync(TenantId tenant)
    {
        await using var db = stores.OpenCounty();
        await db.Set<RestoreRow>().Where(row => row.TenantId == tenant.Value).ExecuteDeleteAsync(CancellationToken.None);
    }
}
