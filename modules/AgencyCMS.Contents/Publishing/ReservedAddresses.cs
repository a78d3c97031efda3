using System.Collections.Frozen;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Contents.Publishing;

/// <summary>Addresses that items cannot have, since a page of the platform answers there, now or once its feature is on.</summary>
internal sealed class ReservedAddresses(EndpointDataSource endpoints)
{
    // All that lies below these belongs to the platform, also what does not exist yet.
    private static readonly FrozenSet<string> Roots = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "admin", "account", "api", "openapi", "files", "media", "preview", "health", "_content", "_theme", "catalogue", "requests", "search");

    private readonly Lazy<FrozenSet<string>> _literals = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0)
        .Select(endpoint => endpoint.RoutePattern.RawText?.Trim('/') ?? "")
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <param name="path">Path below the tenant, as routes are kept.</param>
    public bool Contains(string path) => Roots.Contains(path.Split('/')[0]) || _literals.Value.Contains(path);
}
