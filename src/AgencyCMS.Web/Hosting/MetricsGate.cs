using System.Net;

namespace AgencyCMS.Web.Hosting;

/// <summary>Lets only requests through that come from this machine or an allowed network; others see that there is nothing.</summary>
internal sealed class MetricsGate(RequestDelegate next, ObservabilityOptions options)
{
    // Behind a proxy of this machine everybody seems to be here. What a proxy passes on carries one of these; “X-Original” is what became of the headers of a known one.
    private static readonly string[] ProxyHeaders = ["X-Forwarded-For", "X-Original-For", "X-Original-Proto", "Forwarded", "X-Real-IP"];

    public Task InvokeAsync(HttpContext context)
    {
        if (IsAllowed(context))
        {
            return next(context);
        }
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private bool IsAllowed(HttpContext context)
    {
        if (ProxyHeaders.Any(context.Request.Headers.ContainsKey))
        {
            return false;
        }
        var address = context.Connection.RemoteIpAddress;
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        // Without an address the request did not come over the network but from this process.
        return plain is null || IPAddress.IsLoopback(plain) || options.AllowedNetworks.Any(network => network.Contains(plain));
    }
}
