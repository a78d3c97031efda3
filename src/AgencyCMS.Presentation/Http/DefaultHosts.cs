using Microsoft.Extensions.Configuration;

namespace AgencyCMS.Presentation.Http;

/// <summary>Host names on which the county office answers and tenants lie under their path prefix: <c>AgencyCMS:DefaultHosts</c>.</summary>
public sealed record DefaultHosts(IReadOnlyList<string> Names)
{
    /// <param name="host">Host name without port.</param>
    public bool Contains(string host) => Names.Contains(host, StringComparer.OrdinalIgnoreCase);

    public static DefaultHosts Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var names = configuration.GetSection("AgencyCMS:DefaultHosts").Get<string[]>();
        return new DefaultHosts(names is { Length: > 0 } ? names : ["localhost", "127.0.0.1", "[::1]"]);
    }
}
