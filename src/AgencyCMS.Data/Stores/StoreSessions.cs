using System.Collections.Concurrent;
using AgencyCMS.Data.Changes;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace AgencyCMS.Data.Stores;

/// <summary>Opens sessions with the county store and with the store a tenant lives in.</summary>
public sealed class StoreSessions : IDisposable
{
    private readonly DataOptions _options;
    private readonly StoreFiles _files;
    private readonly ModelSet<ITenantModel> _tenantModels;
    private readonly ModelSet<ICountyModel> _countyModels;
    private readonly ChangeAnnouncer _announcer;
    private readonly SqliteConnections _sqlite = new();
    private readonly PostgreSqlConnections _postgreSql = new();
    private readonly ConcurrentDictionary<int, DbContextOptions<TenantDb>> _tenantOptions = new();
    private readonly Lazy<NpgsqlDataSource> _dataSource;
    private readonly Lazy<DbContextOptions<CountyDb>> _countyOptions;

    public StoreSessions(DataOptions options, StoreFiles files, IEnumerable<ITenantModel> tenantModels, IEnumerable<ICountyModel> countyModels, ChangeSignal signal)
    {
        _options = options;
        _files = files;
        _tenantModels = new(tenantModels);
        _countyModels = new(countyModels);
        _announcer = new ChangeAnnouncer(signal);
        _dataSource = new(() => NpgsqlDataSource.Create(options.ConnectionString));
        _countyOptions = new(() => Configure(new DbContextOptionsBuilder<CountyDb>(), files.County).Options);
    }

    /// <summary>Connections to PostgreSQL that have not taken the application's role; for schema steps, locks and notifications.</summary>
    public NpgsqlDataSource DataSource => _dataSource.Value;

    /// <returns>A session that the caller disposes of.</returns>
    public CountyDb OpenCounty() => new(_countyOptions.Value, _countyModels);

    /// <returns>A session that the caller disposes of.</returns>
    public TenantDb Open(TenantId tenant) => new(TenantOptions(tenant), tenant, _tenantModels);

    /// <summary>The county store's session of a request or another scope.</summary>
    internal CountyDb OpenCountyForScope() => Hold(OpenCounty());

    /// <summary>A tenant store's session of a request or another scope.</summary>
    internal TenantDb OpenForScope(TenantId tenant) => Hold(Open(tenant));

    /// <summary>Forgets what is kept of a tenant's store, so that its file can be moved or removed.</summary>
    public void Release(TenantId tenant)
    {
        _tenantOptions.TryRemove(tenant.Value, out _);
        if (_options.Provider == DatabaseProvider.Sqlite)
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection(SqliteConnections.ConnectionString(_files.Tenant(tenant)));
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        }
    }

    public void Dispose()
    {
        if (_dataSource.IsValueCreated)
        {
            _dataSource.Value.Dispose();
        }
    }

    private DbContextOptions<TenantDb> TenantOptions(TenantId tenant) => _tenantOptions.GetOrAdd(
        _options.Provider == DatabaseProvider.Sqlite ? tenant.Value : 0,
        static (key, self) => self.Configure(new DbContextOptionsBuilder<TenantDb>(), self._files.Tenant(new TenantId(key))).Options,
        this);

    // Opening a file costs as much as a small query, and a page has several. A server's connections are too few to be held while a page is made.
    private T Hold<T>(T session)
        where T : DbContext
    {
        if (_options.Provider == DatabaseProvider.Sqlite)
        {
            session.Database.OpenConnection();
        }
        return session;
    }

    private DbContextOptionsBuilder<T> Configure<T>(DbContextOptionsBuilder<T> builder, string file)
        where T : DbContext
    {
        builder.ReplaceService<IModelCacheKeyFactory, ModelKeys>();
        return _options.Provider switch
        {
            DatabaseProvider.PostgreSql => builder.UseNpgsql(DataSource).AddInterceptors(_postgreSql, _announcer),
            _ => builder.UseSqlite(SqliteConnections.ConnectionString(file)).AddInterceptors(_sqlite, _announcer),
        };
    }
}
