using System.Net;

namespace AgencyCMS.Web.Hosting;

/// <summary>Configuration section <c>AgencyCMS:Metrics</c>, and OpenTelemetry's own variable for where telemetry is sent.</summary>
internal sealed record ObservabilityOptions
{
    /// <summary>True when <c>/metrics</c> answers: <c>AgencyCMS:Metrics:Prometheus</c>.</summary>
    public bool HasPrometheus { get; init; }

    /// <summary>Networks whose requests <c>/metrics</c> answers beside this machine's own: <c>AgencyCMS:Metrics:AllowedNetworks</c>, such as <c>10.0.0.0/24</c>.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>True when metrics and traces are sent to a collector: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
    public bool HasOtlp { get; init; }

    /// <summary>Nothing is measured when nobody listens.</summary>
    public bool IsEnabled => HasPrometheus || HasOtlp;

    /// <exception cref="FormatException">A network cannot be read.</exception>
    public static ObservabilityOptions Read(IConfiguration configuration) => new()
    {
        HasPrometheus = configuration.GetValue("AgencyCMS:Metrics:Prometheus", false),
        AllowedNetworks = [.. (configuration.GetSection("AgencyCMS:Metrics:AllowedNetworks").Get<string[]>() ?? []).Select(IPNetwork.Parse)],
        HasOtlp = !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]),
    };
}
