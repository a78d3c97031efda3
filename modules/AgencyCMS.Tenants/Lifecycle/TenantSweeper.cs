using AgencyCMS.Modularity.Setup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Tenants.Lifecycle;

/// <summary>Sweeps before anything is served, and every hour after.</summary>
internal sealed class TenantSweeper(TenantSweep sweep, TimeProvider clock, ILogger<TenantSweeper> logger) : BackgroundService, IStartupTask
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public int Order => 10;

    public Task RunAsync(CancellationToken cancellationToken) => sweep.RunAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sweep.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A store that is out of reach for a while must not end the server.
                logger.LogError(exception, "The sweep over the tenants failed; it is tried again in {Interval}.", Interval);
            }
        }
    }
}
