using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Engine.Storage;
using AgencyCMS.Search.Indexing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Search.Maintenance;

/// <summary>Commits, follows and closes indexes once a second, and drops tenants that were removed.</summary>
internal sealed class IndexTidying(SearchIndexes indexes, CountyIndexer county, TenantDirectory directory, TimeProvider clock, ILogger<IndexTidying> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private volatile bool _haveTenantsChanged = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        directory.Changed += OnTenantsChanged;
        try
        {
            using var timer = new PeriodicTimer(Interval, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Tidy();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; closing the indexes commits what is left.
        }
        finally
        {
            directory.Changed -= OnTenantsChanged;
        }
    }

    private void Tidy()
    {
        if (_haveTenantsChanged)
        {
            _haveTenantsChanged = false;
            Guard("tenants", county.ForgetGone);
        }
        foreach (var name in indexes.Open())
        {
            Guard(name.ToString(), () => indexes.Tidy(name));
        }
    }

    // One full disk or damaged index must not keep the others from being committed; the next round tries again.
    private void Guard(string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The search index {Index} could not be tidied.", what);
        }
    }

    private void OnTenantsChanged(IReadOnlyList<TenantId> tenants) => _haveTenantsChanged = true;
}
