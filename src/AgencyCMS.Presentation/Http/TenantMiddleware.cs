using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Presentation.Http;

/// <summary>
/// Finds the tenant of the request before routing. An unknown host gets a bare 404 that says nothing of the platform; a tenant that does not run shows its
/// notice, whatever the address. The health and metrics addresses belong to no tenant.
/// </summary>
public sealed class TenantMiddleware(
    RequestDelegate next, TenantResolution resolution, TenantDirectory directory, TenantGenerations generations, DefaultHosts hosts, TenantNotice notice,
    IEnumerable<IFirstSetUpPage> firstSetUp)
{
    // Hands the next one's task on instead of waiting for it: a page from memory costs little more than its bytes.
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Path.StartsWithSegments("/health") || context.Request.Path == "/metrics")
        {
            return next(context);
        }
        if (directory.County is null && hosts.Contains(context.Request.Host.Host) && firstSetUp.FirstOrDefault() is { } page)
        {
            return page.AnswerAsync(context);
        }
        if (resolution.Resolve(context.Request.Host.Host, context.Request.Path) is not { } found || found.Tenant.State is TenantState.Draft or TenantState.Deleted)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var (tenant, prefix) = found;
        if (!tenant.IsRunning)
        {
            return notice.WriteAsync(context, tenant);
        }
        // One spelling, since pages in memory hold addresses and are the same for all who ask for the host.
        var host = context.Request.Host.Value?.ToLowerInvariant();
        if (host is not null && host != context.Request.Host.Value)
        {
            context.Request.Host = new HostString(host);
        }
        context.Features.Set(tenant);
        // For the pages in memory, which would otherwise open a service scope only to ask for it.
        context.Features.Set(generations);
        if (prefix.HasValue)
        {
            // Written as the reader wrote it, so that links keep the spelling of the address bar.
            context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase, out var matched, out var rest);
            context.Request.PathBase = context.Request.PathBase.Add(matched);
            context.Request.Path = rest.HasValue ? rest : "/";
        }
        return next(context);
    }
}
