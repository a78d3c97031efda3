using System.Data.Common;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Restore;

/// <summary>Carries over a restore what modules must not forget of the store that is replaced.</summary>
internal sealed class StoreMemory(TenantScopes scopes)
{
    /// <returns>Tells it to the store that has taken the place; nothing when what was there cannot be read.</returns>
    public async Task<Func<CancellationToken, Task>> RememberAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var remembered = new List<Func<TenantDb, CancellationToken, Task>>();
        await using var scope = scopes.Open(tenant, Actor.System);
        try
        {
            foreach (var memory in scope.ServiceProvider.GetRequiredService<IFeatureServices<IRestoreMemory>>().All)
            {
                remembered.Add(await memory.RememberAsync(scope.ServiceProvider.GetRequiredService<TenantDb>(), cancellationToken));
            }
        }
        catch (DbException)
        {
            // A damaged or missing store is what restores are for.
            remembered.Clear();
        }
        return cancellation => TellAsync(tenant, remembered, cancellation);
    }

    private async Task TellAsync(Tenant tenant, List<Func<TenantDb, CancellationToken, Task>> remembered, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(tenant, Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<TenantDb>();
        foreach (var tell in remembered)
        {
            await tell(db, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
