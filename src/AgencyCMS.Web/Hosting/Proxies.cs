using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace AgencyCMS.Web.Hosting;

/// <summary>
/// Whose word is taken for where a request comes from: that of this machine, and of the proxies that <c>AgencyCMS:Proxies</c> names. From anybody else the headers
/// say nothing, or whoever reaches a node directly could choose the address that limits, locks and the log go by.
/// </summary>
internal static class Proxies
{
    /// <exception cref="FormatException">A proxy is neither an address nor a network.</exception>
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var known = (builder.Configuration.GetSection("AgencyCMS:Proxies").Get<string?[]>() ?? []).OfType<string>().Where(text => text.Trim().Length > 0).Select(text => Parse(text.Trim())).ToList();
        // Last, since the framework has a switch of its own (ASPNETCORE_FORWARDEDHEADERS_ENABLED) by which it would believe everybody.
        builder.Services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // As far as known proxies reach: one behind another passes on what the first has seen.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            options.KnownIPNetworks.Add(IPNetwork.Parse("127.0.0.0/8"));
            options.KnownIPNetworks.Add(IPNetwork.Parse("::1/128"));
            known.ForEach(options.KnownIPNetworks.Add);
        });
    }

    /// <summary>Takes what the proxies pass on.</summary>
    public static void UseProxies(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            // It becomes part of addresses that the platform writes.
            var schemes = context.Request.Headers[ForwardedHeadersDefaults.XForwardedProtoHeaderName].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries));
            if (!schemes.All(scheme => scheme.ToLowerInvariant() is "http" or "https"))
            {
                context.Request.Headers.Remove(ForwardedHeadersDefaults.XForwardedProtoHeaderName);
            }
            return next(context);
        });
        app.UseForwardedHeaders();
    }

    private static IPNetwork Parse(string text)
    {
        if (text.Contains('/', StringComparison.Ordinal))
        {
            return IPNetwork.Parse(text);
        }
        var address = IPAddress.Parse(text);
        return new IPNetwork(address, address.GetAddressBytes().Length * 8);
    }
}
