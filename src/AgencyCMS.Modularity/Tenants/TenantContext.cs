namespace AgencyCMS.Modularity.Tenants;

/// <summary>The tenant of the current scope: of a request, a job or a command. Set once, before anything else is resolved.</summary>
public sealed class TenantContext
{
    private Tenant? _tenant;

    /// <exception cref="InvalidOperationException">The scope has no tenant.</exception>
    public Tenant Tenant => _tenant ?? throw new InvalidOperationException("This scope has no tenant.");

    public bool HasTenant => _tenant is not null;

    /// <exception cref="InvalidOperationException">The scope already belongs to another tenant.</exception>
    public void Enter(Tenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        if (_tenant is not null && _tenant.Id != tenant.Id)
        {
            throw new InvalidOperationException($"The scope of tenant {_tenant.Id} cannot change to tenant {tenant.Id}.");
        }
        _tenant = tenant;
    }
}
