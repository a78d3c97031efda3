using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Modularity.Http;

/// <summary>
/// Sets the tenant of the request before routing. An unknown host gets a bare 404 that says nothing of the platform; a tenant that does not run shows its
/// notice, whatever the address. The health and metrics addresses belong to no tenant.
/// </summary>
public sealed class TenantMiddleware(
    RequestDelegate next, TenantResolution resolution, TenantDirectory directory, DefaultHosts hosts, TenantNotice notice, IEnumerable<IFirstSetUpPage> firstSetUp,
    ILogger<TenantMiddleware> logger)
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
        context.RequestServices.GetRequiredService<TenantContext>().Enter(tenant);
        if (prefix.HasValue)
        {
            // Written as the reader wrote it, so that links keep the spelling of the address bar.
            context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase, out var matched, out var rest);
            context.Request.PathBase = context.Request.PathBase.Add(matched);
            context.Request.Path = rest.HasValue ? rest : "/";
        }
        using (logger.BeginScope(new Dictionary<string, object> { ["Tenant"] = tenant.Name, ["TenantId"] = tenant.Id.Value }))
        {
            await next(context);
        }
    }
}
