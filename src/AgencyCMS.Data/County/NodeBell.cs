using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgencyCMS.Data.County;

/// <summary>
/// Hears what other processes did: by <c>LISTEN</c> on PostgreSQL; on SQLite by watching the county store's data version, which costs no query while nothing changed.
/// </summary>
public sealed class NodeBell(DataOptions options, StoreSessions stores, TenantRecords records, TenantDirectory directory, ChangeSignal signal, TimeProvider clock, ILogger<NodeBell> logger)
    : BackgroundService
{
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);
    private const int KeepAliveSeconds = 10;

    // Null before the first look: how often was rung before says nothing.
    private Dictionary<int, long>? _wakes;

    /// <summary>Tells the servers on this machine that a tenant's log has grown; for processes without consumers of their own. Not needed on PostgreSQL.</summary>
    public static async Task RingAsync(StoreSessions stores, TenantId tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stores);
        await using var db = stores.OpenCounty();
        if (db.Database.IsNpgsql())
        {
            return;
        }
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO wakes (tenant_id, count) VALUES ({tenant.Value}, 1) ON CONFLICT (tenant_id) DO UPDATE SET count = wakes.count + 1", cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await (options.Provider == DatabaseProvider.PostgreSql ? ListenAsync(stoppingToken) : WatchAsync(stoppingToken));
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "The bell between processes fell silent; connecting again.");
                await Task.Delay(Reconnect, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = new NpgsqlConnection(Listening(options.ConnectionString));
        await connection.OpenAsync(stoppingToken);
        connection.Notification += (_, notification) =>
        {
            if (notification.Channel == StoreNames.ChangesChannel && int.TryParse(notification.Payload, out var tenant))
            {
                signal.Wake(new TenantId(tenant));
            }
        };
        var tenantsChanged = true;
        connection.Notification += (_, notification) => tenantsChanged |= notification.Channel == StoreNames.TenantsChannel;
        await using (var command = new NpgsqlCommand($"LISTEN {StoreNames.ChangesChannel}; LISTEN {StoreNames.TenantsChannel}", connection))
        {
            await command.ExecuteNonQueryAsync(stoppingToken);
        }
        // What was said while nobody listened is caught up once.
        signal.Miss();
        while (true)
        {
            if (tenantsChanged)
            {
                tenantsChanged = false;
                await records.LoadAsync(stoppingToken);
            }
            await connection.WaitAsync(stoppingToken);
        }
    }

    // Without a word now and then, a connection whose other end has vanished would wait for ever.
    private static string Listening(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        settings.KeepAlive = settings.KeepAlive > 0 ? settings.KeepAlive : KeepAliveSeconds;
        return settings.ConnectionString;
    }

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        await using var db = stores.OpenCounty();
        await db.Database.OpenConnectionAsync(stoppingToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA data_version";
        object? known = null;
        using var timer = new PeriodicTimer(Watch, clock);
        do
        {
            var version = await command.ExecuteScalarAsync(stoppingToken);
            if (!Equals(version, known))
            {
                known = version;
                await ReadAsync(db, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReadAsync(CountyDb db, CancellationToken stoppingToken)
    {
        var before = _wakes;
        _wakes = await db.Set<WakeRow>().AsNoTracking().ToDictionaryAsync(row => row.TenantId, row => row.Count, stoppingToken);
        if (before is null)
        {
            signal.Miss();
        }
        else
        {
            foreach (var (tenant, _) in _wakes.Where(wake => before.GetValueOrDefault(wake.Key) != wake.Value))
            {
                signal.Wake(new TenantId(tenant));
            }
        }
        var versions = await db.Set<TenantRow>().AsNoTracking().Select(row => new { row.Id, row.Version }).ToListAsync(stoppingToken);
        if (versions.Count != directory.All.Count || versions.Exists(row => directory.Find(new TenantId(row.Id))?.Version != row.Version))
        {
            await records.LoadAsync(stoppingToken);
        }
    }
}
