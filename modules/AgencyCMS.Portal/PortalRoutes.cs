namespace AgencyCMS.Portal;

/// <summary>Names of this module's routes.</summary>
internal static class PortalRoutes
{
    public const string Home = "portal.home";
    public const string Agencies = "portal.agencies";
}
