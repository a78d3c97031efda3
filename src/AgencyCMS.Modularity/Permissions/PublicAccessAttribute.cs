using Microsoft.AspNetCore.Authorization;

namespace AgencyCMS.Modularity.Permissions;

/// <summary>Anybody may call the endpoint. What it shows is still decided by visibility, and how often by the limits of the pages for the public.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAccessAttribute : AllowAnonymousAttribute, IEndpointRule
{
    /// <summary>One call costs as much as many pages, and nothing of it is kept in memory, such as a search: the narrower limits hold.</summary>
    public bool IsCostly { get; set; }
}
