using AgencyCMS.Data.County;
using AgencyCMS.Disclosure.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Disclosure.Import.Runs;

/// <summary>
/// Carries out the imports that were asked for in the administration: on every node, a few at once, but those of one tenant one after another. A lock decides
/// which node does it; that of a killed node falls, and another goes on where it stopped.
/// </summary>
internal sealed class ImportWorker(ImportRuns runs, ImportRunner runner, ImportFolder folder, WorkLocks locks, ImportBell bell, TimeProvider clock, ILogger<ImportWorker> logger) : BackgroundService
{
    private const int Hands = 2;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken)));

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var rung = bell.NextAsync();
                await GoRoundAsync(stoppingToken);
                // Imports asked for on other nodes, and those of killed ones, are found by looking.
                await Task.WhenAny(rung, Task.Delay(Round, clock, stoppingToken));
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // A county store that is out of reach for a moment must not end the work, and the program with it.
                logger.LogError(exception, "The imports that wait could not be looked up.");
                await Task.Delay(Round, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task GoRoundAsync(CancellationToken stoppingToken)
    {
        foreach (var tenant in await runs.WaitingAsync(stoppingToken))
        {
            await using var held = await locks.TryTakeAsync($"imports-{tenant}", stoppingToken);
            // Nodes need not share the folder of uploads: then the one that took the file carries the import out. One whose file nobody has must not keep the others waiting.
            while (held is not null && (await runs.ListOpenAsync(tenant, stoppingToken)).FirstOrDefault(run => folder.HasTable(run) || run.IsCancelAsked) is { } run)
            {
                await runner.RunAsync(run, stoppingToken);
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
    }
}
