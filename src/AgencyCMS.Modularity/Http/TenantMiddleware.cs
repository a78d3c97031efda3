using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Modularity.Http;

/// <summary>
/// Finds the tenant of the request before routing. An unknown host gets a bare 404 that says nothing of the platform; a tenant that does not run shows its
/// notice, whatever the address. The health and metrics addresses belong to no tenant.
/// </summary>
public sealed class TenantMiddleware(
    RequestDelegate next, TenantResolution resolution, TenantDirectory directory, TenantGenerations generations, DefaultHosts hosts, TenantNotice notice,
    IEnumerable<IFirstSetUpPage> firstSetUp)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/health") || context.Request.Path == "/metrics")
        {
            await next(context);
            return;
        }
        if (directory.County is null && hosts.Contains(context.Request.Host.Host) && firstSetUp.FirstOrDefault() is { } page)
        {
            await page.AnswerAsync(context);
            return;
        }
        if (resolution.Resolve(context.Request.Host.Host, context.Request.Path) is not { } found || found.Tenant.State is TenantState.Draft or TenantState.Deleted)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var (tenant, prefix) = found;
        if (!tenant.IsRunning)
        {
            await notice.WriteAsync(context, tenant);
            return;
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
        await next(context);
    }
}
