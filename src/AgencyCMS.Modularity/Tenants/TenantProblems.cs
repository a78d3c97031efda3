using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Modularity.Tenants;

/// <summary>Refusals about tenants' records.</summary>
public static class TenantProblems
{
    /// <summary>Code of <see cref="ChangedMeanwhile"/>, for callers that look again by themselves.</summary>
    public const string ChangedMeanwhileCode = "tenants.changed-meanwhile";

    public static Problem NotFound(string name) => Problem.NotFound("tenants.not-found", "There is no tenant “{0}”.", name);

    public static Problem NameTaken(string name) => Problem.Invalid("tenants.name-taken", "Name", "The name “{0}” is taken by another tenant.", name);

    public static Problem PrefixTaken(string prefix) => Problem.Invalid("tenants.prefix-taken", "Prefix", "The path “/{0}” is taken by another tenant.", prefix);

    public static Problem HostTaken(string host) => Problem.Invalid("tenants.host-taken", "Hosts", "The host name “{0}” is taken by another tenant.", host);

    public static Problem CountyExists() => Problem.Refused("tenants.county-exists", "The county office has a tenant already.");

    public static Problem ChangedMeanwhile(string name) =>
        Problem.Conflict(ChangedMeanwhileCode, "Somebody else has changed the tenant “{0}” meanwhile. Look at it again and repeat your change.", name);
}
