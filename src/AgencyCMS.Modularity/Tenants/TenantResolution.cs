using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Modularity.Tenants;

/// <summary>Finds the tenant of a request by host name or by the first path segment on a default host.</summary>
public sealed class TenantResolution(TenantDirectory directory, IEnumerable<string> defaultHosts)
{
    private readonly HashSet<string> _defaultHosts = new(defaultHosts, StringComparer.OrdinalIgnoreCase);

    /// <param name="host">Host name without port.</param>
    /// <param name="path">Path of the request.</param>
    /// <returns>
    /// The tenant and the part of the path that names it (<c>/finance</c>; empty for a host name or the county office); null when the host is unknown.
    /// </returns>
    public (Tenant Tenant, PathString Prefix)? Resolve(string host, PathString path)
    {
        if (directory.FindByHost(host) is { } byHost)
        {
            return (byHost, PathString.Empty);
        }
        if (!_defaultHosts.Contains(host))
        {
            return null;
        }
        var value = path.Value.AsSpan();
        if (value.Length > 1)
        {
            var rest = value[1..];
            var end = rest.IndexOf('/');
            var segment = end < 0 ? rest : rest[..end];
            if (directory.FindByPrefix(segment) is { } byPrefix)
            {
                return (byPrefix, new PathString("/" + byPrefix.Prefix));
            }
        }
        return directory.County is { } county ? (county, PathString.Empty) : null;
    }
}
