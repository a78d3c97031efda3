using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Presentation.Http;

/// <summary>Makes the request's services and its log lines those of the tenant. Behind the pages in memory, which need neither.</summary>
public sealed class TenantScopeMiddleware(RequestDelegate next, ILogger<TenantScopeMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<Tenant>() is not { } tenant)
        {
            await next(context);
            return;
        }
        context.RequestServices.GetRequiredService<TenantContext>().Enter(tenant);
        using (logger.BeginScope(new Dictionary<string, object> { ["Tenant"] = tenant.Name, ["TenantId"] = tenant.Id.Value, ["RequestId"] = context.TraceIdentifier }))
        {
            await next(context);
        }
    }
}
