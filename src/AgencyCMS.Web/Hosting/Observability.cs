using Serilog;
using Serilog.Events;

namespace AgencyCMS.Web.Hosting;

/// <summary>Logs that name the tenant. Commands log to standard error, so that their output can be piped.</summary>
internal static class Observability
{
    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} [{Tenant}] {SourceContext} {Message:lj}{NewLine}{Exception}";

    public static void AddObservability(this WebApplicationBuilder builder, bool isCommand) => builder.Services.AddSerilog(logger => logger
        .MinimumLevel.Is(isCommand ? LogEventLevel.Warning : LogEventLevel.Information)
        .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
        .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
        .ReadFrom.Configuration(builder.Configuration)
        .Enrich.FromLogContext()
        .WriteTo.Console(outputTemplate: Line, standardErrorFromLevel: isCommand ? LogEventLevel.Verbose : null, formatProvider: System.Globalization.CultureInfo.InvariantCulture));
}
