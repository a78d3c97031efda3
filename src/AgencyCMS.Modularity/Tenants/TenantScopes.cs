using AgencyCMS.Modularity.Permissions;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Modularity.Tenants;

/// <summary>Opens service scopes of a tenant for work outside of requests.</summary>
public sealed class TenantScopes(IServiceScopeFactory scopes)
{
    /// <param name="tenant">Whose scope it is.</param>
    /// <param name="actor">Who works in it: a <see cref="Actor.Service"/>, or the person for whom the work is done.</param>
    /// <returns>A scope whose <see cref="TenantContext"/> is set; the caller disposes of it.</returns>
    public AsyncServiceScope Open(Tenant tenant, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(tenant);
        scope.ServiceProvider.GetRequiredService<ScopeActor>().Actor = actor;
        return scope;
    }
}
