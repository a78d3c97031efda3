using System.Diagnostics;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Events;
using Serilog.Filters;

namespace AgencyCMS.Web.Hosting;

/// <summary>Logs, metrics and traces that name the tenant, and the health addresses.</summary>
internal static class Observability
{
    // Ends with the number that an error page shows.
    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} [{Tenant}] {SourceContext} {Message:lj} {RequestId}{NewLine}{Exception}";
    // The framework's line before it gives up; where one line on standard error says why, its stack of calls only hides it.
    private const string FailedStart = "Hosting failed to start";
    private const string OwnNames = "AgencyCMS.*";
    private const string RequestDuration = "http.server.request.duration";

    // Enough for every route of a county's tenants; beyond it the rest is summed up.
    private const int MostSeries = 20_000;

    public static void AddObservability(this WebApplicationBuilder builder, bool isCommand)
    {
        AddLogs(builder, isCommand);
        builder.Services.AddHealthChecks().AddCheck<CountyHealth>("county").AddCheck<StoreHealth>("stores");
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        var options = ObservabilityOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        if (!isCommand && options.IsEnabled)
        {
            AddTelemetry(builder, options);
        }
    }

    /// <summary>Names the tenant in what is measured and traced of a request. Stands after the tenant was found.</summary>
    public static void UseTenantTelemetry(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<ObservabilityOptions>().IsEnabled)
        {
            return;
        }
        app.Use((context, next) =>
        {
            if (context.Features.Get<Tenant>() is { } tenant)
            {
                context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("agencycms.tenant", tenant.Name));
                Activity.Current?.SetTag("agencycms.tenant", tenant.Name);
            }
            return next(context);
        });
    }

    /// <summary>The addresses for machines that look after the server. Metrics answer to the addresses that are allowed, and to nobody else.</summary>
    public static void MapObservability(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).WithMetadata(new PublicAccessAttribute());
        app.MapHealthChecks("/health/ready").WithMetadata(new PublicAccessAttribute());
        var options = app.Services.GetRequiredService<ObservabilityOptions>();
        if (options.HasPrometheus)
        {
            var metrics = ((IEndpointRouteBuilder)app).CreateApplicationBuilder();
            metrics.UseMiddleware<MetricsGate>();
            metrics.UseOpenTelemetryPrometheusScrapingEndpoint(_ => true);
            app.MapGet("/metrics", metrics.Build()).WithMetadata(new AllowedAddressesAttribute());
        }
    }

    // Commands log to standard error, so that their output can be piped.
    private static void AddLogs(WebApplicationBuilder builder, bool isCommand) => builder.Services.AddSerilog(logger => logger
        .MinimumLevel.Is(isCommand ? LogEventLevel.Warning : LogEventLevel.Information)
        .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
        // Has nothing to say at this level, but makes an activity and a scope of every request for it, pages from memory included.
        .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
        // Warns of every page with a form that was not to be kept anyway.
        .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
        .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
        .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
        .ReadFrom.Configuration(builder.Configuration)
        .Filter.ByExcluding(line => line.Exception is { } fault && line.MessageTemplate.Text == FailedStart && StartFaults.Describe(fault, isCommand) is not null)
        // Whoever finds something to say of it says it: in most cases the second of two presses is told that the first has done it.
        .Filter.ByExcluding(line => line.Exception is { } fault && Matching.FromSource("Microsoft.EntityFrameworkCore")(line) && (SimultaneousChanges.Is(fault) || StoreOutage.Describe(fault) is not null))
        .Enrich.FromLogContext()
        .WriteTo.Console(outputTemplate: Line, standardErrorFromLevel: isCommand ? LogEventLevel.Verbose : null, formatProvider: System.Globalization.CultureInfo.InvariantCulture));

    private static void AddTelemetry(WebApplicationBuilder builder, ObservabilityOptions options) => builder.Services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("agencycms"))
        .WithMetrics(metrics =>
        {
            metrics.AddAspNetCoreInstrumentation().AddMeter(OwnNames, "System.Runtime");
            metrics.AddView(RequestDuration, new ExplicitBucketHistogramConfiguration { CardinalityLimit = MostSeries, Boundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
            if (options.HasPrometheus)
            {
                metrics.AddPrometheusExporter();
            }
            if (options.HasOtlp)
            {
                metrics.AddOtlpExporter();
            }
        })
        .WithTracing(traces =>
        {
            traces.AddAspNetCoreInstrumentation(requests => requests.Filter = context => !context.Request.Path.StartsWithSegments("/health") && context.Request.Path != "/metrics");
            traces.AddSource(OwnNames);
            if (options.HasOtlp)
            {
                traces.AddOtlpExporter();
            }
        });
}
