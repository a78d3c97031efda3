using System.Collections.Concurrent;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.Jobs;

internal static class SampleJobs
{
    /// <summary>Has a host run jobs, these two among them.</summary>
    public static void Add(TestHostOptions options) => options
        .Set("AgencyCMS:Jobs:Enabled", "true")
        .ConfigureServices(services =>
        {
            services.AddSingleton<FussyJob>();
            services.AddSingleton<ITenantJob>(provider => provider.GetRequiredService<FussyJob>());
            services.AddSingleton<ICountyJob, QuietJob>();
        });
}

/// <summary>Fails for one tenant and remembers the others.</summary>
public sealed class FussyJob : ITenantJob
{
    public const string JobName = "tests.fussy";

    public ConcurrentQueue<string> Done { get; } = [];

    public string Name => JobName;

    public string Description => "Fails for the tenant finance.";

    public string Cron => "0 0 0 1 1 ? 2099";

    public string? FeatureId => null;

    public Task RunAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        if (tenant.Name == "finance")
        {
            throw new InvalidOperationException("The till is locked.");
        }
        Done.Enqueue(tenant.Name);
        return Task.CompletedTask;
    }
}

/// <summary>Does nothing.</summary>
public sealed class QuietJob : ICountyJob
{
    public const string JobName = "tests.quiet";

    public string Name => JobName;

    public string Description => "Does nothing.";

    public string Cron => "0 0 0 1 1 ? 2099";

    public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
