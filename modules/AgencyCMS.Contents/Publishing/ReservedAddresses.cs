using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AgencyCMS.Contents.Publishing;

/// <summary>Addresses that items cannot have, since the platform answers there, now or once a feature is on.</summary>
internal sealed class ReservedAddresses(EndpointDataSource endpoints)
{
    // All that lies below these belongs to the platform, also what does not exist yet. Those of pages that are there are named as well: a first set-up publishes
    // items before any page is mapped.
    private static readonly FrozenSet<string> Roots = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "admin", "account", "agencies", "api", "catalogue", "colours.css", "emblem.svg", "error", "favicon.ico", "feed.xml", "files", "health", "info", "language", "log", "media", "metrics",
        "openapi", "preview", "requests", "robots.txt", "search", "setup", "sitemap", "sitemap.xml", "subscribe", "view", "_content", "_theme");

    private (IReadOnlyList<Endpoint> Endpoints, FrozenSet<string> Roots) _mapped = ([], FrozenSet<string>.Empty);

    /// <param name="path">Path below the tenant, as routes are kept.</param>
    public bool Contains(string path) => path.Split('/')[0] is var root && (Roots.Contains(root) || Mapped().Contains(root));

    // The list is another one whenever pages were mapped since.
    private FrozenSet<string> Mapped()
    {
        var known = _mapped;
        var now = endpoints.Endpoints;
        if (!ReferenceEquals(known.Endpoints, now))
        {
            _mapped = known = (now, now.OfType<RouteEndpoint>().Select(RootOf).OfType<string>().ToFrozenSet(StringComparer.OrdinalIgnoreCase));
        }
        return known.Roots;
    }

    private static string? RootOf(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.PathSegments is [{ IsSimple: true } first, ..] && first.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : null;
}
