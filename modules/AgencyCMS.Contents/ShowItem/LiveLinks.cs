using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AgencyCMS.Contents.ShowItem;

/// <summary>Keeps the links of a text off pages of the platform that this site does not have: the words stay, the link goes until the feature is on.</summary>
internal sealed partial class LiveLinks(EndpointDataSource endpoints, TenantContext tenants)
{
    // Below these lie pages of modules that need not be in the program at all.
    private static readonly string[] OfPlatform = ["requests"];

    /// <param name="html">Cleaned.</param>
    public string Keep(string html)
    {
        if (!html.Contains("<a ", StringComparison.OrdinalIgnoreCase))
        {
            return html;
        }
        var off = new Lazy<FrozenSet<string>>(FindOff);
        return Link().Replace(html, link => FirstSegment(link.Groups["href"].Value) is { } segment && off.Value.Contains(segment) ? link.Groups["text"].Value : link.Value);
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

    // Texts that travel name addresses from the site's root, without a slash before them.
    private static string? FirstSegment(string href)
    {
        var path = href.StartsWith("~/", StringComparison.Ordinal) || href.StartsWith("./", StringComparison.Ordinal) ? href[2..] : href;
        var end = path.AsSpan().IndexOfAny("/?#:");
        return end == 0 || (end > 0 && path[end] == ':') || path.Length == 0 ? null : end < 0 ? path : path[..end];
    }

    [GeneratedRegex("""<a\s[^>]*?\bhref="(?<href>[^"]*)"[^>]*>(?<text>.*?)</a>""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
