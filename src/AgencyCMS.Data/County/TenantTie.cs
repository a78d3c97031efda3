namespace AgencyCMS.Data.County;

/// <summary>
/// What becomes of a county table's rows of a tenant as the tenant lives on. All rows name it by its id, so a rename changes none of them. Whoever is suspended,
/// archived or deleted keeps its rows until it is removed for good: it may come back.
/// </summary>
public enum TenantTie
{
    /// <summary>Removed with the tenant. Stands when the tenant's store is put back from a backup: it belongs to the county's account of the tenant, such as memberships.</summary>
    Own,

    /// <summary>Made from the tenant's store by a consumer of its change log. Removed with the tenant; renewed whole by the consumer after <c>store.restored</c>.</summary>
    Derived,

    /// <summary>An account of what happened. Outlives the tenant, and a restore does not touch it.</summary>
    Record,
}
