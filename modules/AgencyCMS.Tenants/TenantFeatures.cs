namespace AgencyCMS.Tenants;

internal static class TenantFeatures
{
    /// <summary>The county's console of tenants.</summary>
    public const string Console = "AgencyCMS.Tenants";

    /// <summary>Every site's page of its own features.</summary>
    public const string Switching = "AgencyCMS.Tenants.Features";
}
