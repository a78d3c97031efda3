using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Modularity.Tenants;

/// <summary>Opens service scopes of a tenant for work outside of requests.</summary>
public sealed class TenantScopes(IServiceScopeFactory scopes)
{
    /// <returns>A scope whose <see cref="TenantContext"/> is set; the caller disposes of it.</returns>
    public AsyncServiceScope Open(Tenant tenant)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(tenant);
        return scope;
    }
}
