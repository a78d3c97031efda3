namespace AgencyCMS.Modularity.Tenants;

/// <summary>
/// A module's share in removing a tenant for good: what it keeps of the tenant outside of the tenant's store and folder, such as rows of the county store.
/// Singletons, called before the store and the record go; called again when an earlier removal was interrupted.
/// </summary>
public interface ITenantRemoval
{
    /// <summary>Removes what is there; does nothing when nothing is.</summary>
    Task RemoveAsync(Tenant tenant, CancellationToken cancellationToken);
}
