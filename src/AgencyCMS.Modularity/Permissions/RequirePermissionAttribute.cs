using Microsoft.AspNetCore.Authorization;

namespace AgencyCMS.Modularity.Permissions;

/// <summary>The endpoint needs a permission in the current tenant.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequirePermissionAttribute(string permissionId) : AuthorizeAttribute, IAuthorizationRequirementData, IEndpointRule
{
    public string PermissionId { get; } = permissionId;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionRequirement(PermissionId)];
}
