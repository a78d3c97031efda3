using Microsoft.AspNetCore.Authorization;

namespace AgencyCMS.Modularity.Permissions;

/// <summary>Anybody may call the endpoint. What it shows is still decided by visibility.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAccessAttribute : AllowAnonymousAttribute, IEndpointRule;
