using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Presentation;

/// <summary>Addresses of other tenants' sites, as they are reached from the current request.</summary>
public sealed class TenantAddresses(IHttpContextAccessor http, TenantContext context, TenantDirectory directory)
{
    /// <summary>The county's portal; null on the portal itself.</summary>
    public PageLink? County =>
        !context.Tenant.IsCounty && directory.County is { } county && HomeOf(county) is { } href ? new PageLink(county.Title, href) : null;

    /// <summary>Root of a tenant's site, ending with a slash.</summary>
    /// <returns>Null when it cannot be reached by a link: it has no host name and this request came by one.</returns>
    public string? HomeOf(Tenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var request = http.HttpContext?.Request;
        if (request is null)
        {
            return null;
        }
        var isOnDefaultHost = directory.FindByHost(request.Host.Host) is null;
        if (isOnDefaultHost && (tenant.Prefix is not null || tenant.IsCounty))
        {
            return ProgramBase(request).Add(tenant.Prefix is null ? "/" : $"/{tenant.Prefix}/").Value;
        }
        if (tenant.Hosts.Length == 0)
        {
            return null;
        }
        var host = request.Host.Port is { } port ? new HostString(tenant.Hosts[0], port) : new HostString(tenant.Hosts[0]);
        return $"{request.Scheme}://{host.ToUriComponent()}/";
    }

    /// <summary>What stands before the tenant's own prefix: not empty when the whole program is mounted under a path.</summary>
    private PathString ProgramBase(HttpRequest request)
    {
        var prefix = context.Tenant.Prefix is { } name ? $"/{name}" : "";
        var current = request.PathBase.Value ?? "";
        return prefix.Length > 0 && current.EndsWith(prefix, StringComparison.OrdinalIgnoreCase) ? current[..^prefix.Length] : current;
    }
}
