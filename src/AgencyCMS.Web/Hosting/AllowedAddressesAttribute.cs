using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace AgencyCMS.Web.Hosting;

/// <summary>The endpoint's rule of access is the address that a request comes from; see <see cref="MetricsGate"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class AllowedAddressesAttribute : AllowAnonymousAttribute, IEndpointRule;
