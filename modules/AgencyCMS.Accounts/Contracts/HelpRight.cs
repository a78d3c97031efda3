namespace AgencyCMS.Accounts.Contracts;

/// <summary>What somebody of the county office must hold there to help inside an agency, and to go on with a visit.</summary>
public static class HelpRight
{
    /// <summary>Id of the permission.</summary>
    public const string Permission = "tenants.help";

    /// <summary>Id of the feature that offers it; without it nobody holds the permission.</summary>
    public const string Feature = "AgencyCMS.Tenants";
}
