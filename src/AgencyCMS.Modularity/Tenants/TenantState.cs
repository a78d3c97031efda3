namespace AgencyCMS.Modularity.Tenants;

/// <summary>States of a tenant's life. Only a running one serves pages.</summary>
public enum TenantState
{
    /// <summary>Recorded, not yet set up.</summary>
    Draft,

    /// <summary>Its store and content are being made.</summary>
    Provisioning,
    Running,

    /// <summary>Shows a notice; its data stand.</summary>
    Suspended,

    /// <summary>Closed for good; kept for the record.</summary>
    Archived,

    /// <summary>To be removed when its days of grace are over; can be taken back until then.</summary>
    Deleted,
}
