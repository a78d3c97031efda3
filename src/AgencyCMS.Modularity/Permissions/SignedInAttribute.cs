using Microsoft.AspNetCore.Authorization;

namespace AgencyCMS.Modularity.Permissions;

/// <summary>Anybody who has signed in may call the endpoint, in whatever tenant: for a person's own account pages.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : AuthorizeAttribute, IAuthorizationRequirementData, IEndpointRule
{
    /// <summary>True for what somebody may do whose password others have seen: choosing another, and signing out.</summary>
    public bool BeforeOwnPassword { get; init; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new SignedInRequirement(BeforeOwnPassword)];
}
