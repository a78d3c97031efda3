using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AgencyCMS.Contents.ShowItem;

/// <summary>
/// Makes the addresses in a text lead somewhere. Texts travel between sites and pages, so what they name without a slash before it lies below the root of the site
/// that shows them, at whatever depth the page is. Links to pages of the platform that this site does not have keep their words alone until the feature is on.
/// </summary>
internal sealed partial class LiveLinks(EndpointDataSource endpoints, TenantContext tenants, IHttpContextAccessor http)
{
    // Below these lie pages of modules that need not be in the program at all.
    private static readonly string[] OfPlatform = ["requests"];

    /// <param name="html">Cleaned.</param>
    public string Keep(string html)
    {
        if (!html.Contains("<a ", StringComparison.OrdinalIgnoreCase) && !html.Contains("<img ", StringComparison.OrdinalIgnoreCase))
        {
            return html;
        }
        var off = new Lazy<FrozenSet<string>>(FindOff);
        var root = http.HttpContext?.Request.PathBase.ToUriComponent() ?? "";
        var live = Link().Replace(html, link => FirstSegment(WithinSite(link.Groups["href"].Value, root)) is { } segment && off.Value.Contains(segment) ? link.Groups["text"].Value : link.Value);
        return Address().Replace(live, found => found.Groups["address"].Value is var address && BelowRoot(address) is var below && (below != address || FirstSegment(below) is not null)
            ? $"{found.Groups["before"].Value}{root}/{below}"
            : found.Value);
    }

    private FrozenSet<string> FindOff()
    {
        var all = endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => (Segment: Literal(endpoint.RoutePattern), Gate: endpoint.Metadata.GetMetadata<FeatureGateAttribute>()))
            .Where(endpoint => endpoint.Segment is not null).ToList();
        var on = all.Where(endpoint => endpoint.Gate is null || tenants.Tenant.HasFeature(endpoint.Gate.FeatureId)).Select(endpoint => endpoint.Segment!); // null ones were left out
        return all.Select(endpoint => endpoint.Segment!).Concat(OfPlatform).Except(on, StringComparer.OrdinalIgnoreCase).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    private static string? Literal(RoutePattern pattern) =>
        pattern.PathSegments is [{ Parts: [RoutePatternLiteralPart literal] }, ..] ? literal.Content : null;

    /// <returns>Null for addresses of other sites, from the host's root, and within the page.</returns>
    private static string? FirstSegment(string href)
    {
        var path = BelowRoot(href);
        var end = path.AsSpan().IndexOfAny("/?#:");
        return end == 0 || (end > 0 && path[end] == ':') || path.Length == 0 ? null : end < 0 ? path : path[..end];
    }

    // As somebody copies it from the address bar.
    private static string WithinSite(string address, string root) =>
        address.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase) && !address.StartsWith("//", StringComparison.Ordinal) ? address[(root.Length + 1)..] : address;

    private static string BelowRoot(string address)
    {
        while (address.StartsWith("~/", StringComparison.Ordinal) || address.StartsWith("./", StringComparison.Ordinal) || address.StartsWith("../", StringComparison.Ordinal))
        {
            address = address[(address.IndexOf('/', StringComparison.Ordinal) + 1)..];
        }
        return address;
    }

    [GeneratedRegex("""(?<before><(?:a|img)\s(?:[^>]*?\s)?(?:href|src)=")(?<address>[^"]*)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("""<a\s[^>]*?\bhref="(?<href>[^"]*)"[^>]*>(?<text>.*?)</a>""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
