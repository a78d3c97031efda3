using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Modularity.Tenants;

/// <summary>Rules for names, path prefixes and host names of tenants.</summary>
public static partial class TenantNames
{
    /// <summary>First path segments that the county's own pages and the host use.</summary>
    public static FrozenSet<string> Reserved { get; } = new[]
    {
        "admin", "account", "api", "openapi", "health", "catalogue", "info", "search", "requests", "feed.xml", "sitemap.xml", "sitemap", "subscribe", "robots.txt",
        "favicon.ico", "media", "files", "preview", "metrics", "setup", "error", "agencies", "www", "static", "assets", "default", "county", "about", "page", "con", "nul", "aux", "prn",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every reason why the text cannot be a tenant's name.</summary>
    public static IEnumerable<Problem> CheckName(string name) => CheckSegment(name, "Name");

    /// <summary>Every reason why the text cannot be a tenant's path prefix.</summary>
    public static IEnumerable<Problem> CheckPrefix(string prefix) => CheckSegment(prefix, "Prefix");

    /// <summary>Every reason why the text cannot be a host name (RFC 1123, lower case, without port).</summary>
    public static IEnumerable<Problem> CheckHost(string host)
    {
        if (host.Length > 253 || !HostPattern().IsMatch(host))
        {
            yield return Problem.Invalid("tenants.host-not-valid", "Hosts", "“{0}” is not a host name. Write it without http:// and without a port, such as czj.example.gov.cn.", host);
        }
    }

    private static IEnumerable<Problem> CheckSegment(string text, string field)
    {
        if (!SegmentPattern().IsMatch(text))
        {
            yield return Problem.Invalid("tenants.name-not-a-path", field, "“{0}” cannot be used in an address. Use 2 to 40 of the letters a-z, digits and hyphens, beginning with a letter and ending with a letter or digit.", text);
        }
        else if (Reserved.Contains(text) || text.StartsWith('_'))
        {
            yield return Problem.Invalid("tenants.name-reserved", field, "“{0}” is reserved for the platform's own pages. Choose another.", text);
        }
    }

    [GeneratedRegex("^[a-z](?:[a-z0-9]|-(?!-)){0,38}[a-z0-9]\\z", RegexOptions.CultureInvariant)]
    private static partial Regex SegmentPattern();

    [GeneratedRegex("^(?=.{1,253}\\z)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostPattern();
}
