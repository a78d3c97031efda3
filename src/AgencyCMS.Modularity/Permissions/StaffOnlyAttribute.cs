using Microsoft.AspNetCore.Authorization;

namespace AgencyCMS.Modularity.Permissions;

/// <summary>Anybody who works for the current tenant may call the endpoint, whatever their roles.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StaffOnlyAttribute : AuthorizeAttribute, IAuthorizationRequirementData, IEndpointRule
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new StaffRequirement()];
}
