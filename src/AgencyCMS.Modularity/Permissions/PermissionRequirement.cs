using Microsoft.AspNetCore.Authorization;

namespace AgencyCMS.Modularity.Permissions;

internal sealed record PermissionRequirement(string PermissionId) : IAuthorizationRequirement;

internal sealed record SignedInRequirement(bool BeforeOwnPassword) : IAuthorizationRequirement;

internal sealed record StaffRequirement : IAuthorizationRequirement;
