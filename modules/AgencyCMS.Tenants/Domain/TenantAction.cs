namespace AgencyCMS.Tenants.Domain;

/// <summary>What was done with a tenant; the names are kept in its history.</summary>
internal enum TenantAction
{
    Created,
    Described,
    Suspended,
    Resumed,
    Archived,
    Deleted,
    Restored,
    Removed,
    FeatureEnabled,
    FeatureDisabled,
    Exported,
    HelpStarted,
    HelpEnded,
}
