using System.IO.Compression;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyCMS.Operations.Storage.Copies;

/// <summary>Rows of the shared tenant store and of the county store, in archives.</summary>
internal sealed class PostgreSqlCopies(StoreSessions stores, TimeProvider clock) : IStoreCopies
{
    public string Extension => ".zip";

    // The tables are shared by all tenants: rows of an older schema have no tables to go to.
    public bool CanUpgrade => false;

    public Task<IStoreReading> ReadAsync(CancellationToken cancellationToken) => PostgreSqlReading.BeginAsync(stores.DataSource, cancellationToken);

    public async Task ReplaceTenantAsync(TenantId tenant, string file, Func<Task> keepAsync, CancellationToken cancellationToken)
    {
        await using var zip = await ZipFile.OpenReadAsync(file, cancellationToken);
        await using var db = stores.Open(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        // Whoever appends a change waits for this row until our end, and then draws the next number.
        var head = Math.Max(await LockHeadAsync(db, tenant, cancellationToken), await ReadFollowedAsync(tenant, cancellationToken));
        await keepAsync();
        var counters = LastingCounters.Of(db.Model).ToList();
        foreach (var counter in counters)
        {
            await RowArchive.ExecuteAsync(connection, $"CREATE TEMP TABLE reached_{counter.Table} ON COMMIT DROP AS SELECT * FROM {StoreNames.TenantSchema}.{counter.Table}", cancellationToken);
        }
        foreach (var table in (await TableShape.ListAsync(connection, StoreNames.TenantSchema, cancellationToken)).Reverse())
        {
            await RowArchive.ExecuteAsync(connection, $"DELETE FROM {table.In(StoreNames.TenantSchema)}", cancellationToken);
        }
        await RowArchive.AddAsync(zip, connection, StoreNames.TenantSchema, cancellationToken);
        foreach (var counter in counters)
        {
            await RowArchive.ExecuteAsync(connection, counter.Raise($"{StoreNames.TenantSchema}.{counter.Table}", $"reached_{counter.Table}", tenant, "greatest"), cancellationToken);
        }
        await SetHeadAsync(db, tenant, head, cancellationToken);
        db.Append(new Change { Kind = StoreChanges.Restored, SubjectId = StoreChanges.Subject, Actor = Actor.System.Name, OccurredAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
    }

    public async Task<IReadOnlyDictionary<TenantId, string>> FillAsync(
        string countyFile, IReadOnlyList<(TenantId Tenant, string File)> tenants, IProgress<int> progress, CancellationToken cancellationToken)
    {
        const string Point = "before_tenant";
        await using var connection = await stores.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var tables = (await TableShape.ListAsync(connection, StoreNames.TenantSchema, cancellationToken)).Reverse().ToList();
        var failures = new Dictionary<TenantId, string>();
        var done = 0;
        foreach (var (tenant, file) in tenants)
        {
            await PostgreSqlReading.EnterAsync(connection, tenant, cancellationToken);
            foreach (var table in tables)
            {
                await RowArchive.ExecuteAsync(connection, $"DELETE FROM {table.In(StoreNames.TenantSchema)}", cancellationToken);
            }
            await transaction.SaveAsync(Point, cancellationToken);
            try
            {
                await using var zip = await ZipFile.OpenReadAsync(file, cancellationToken);
                await RowArchive.AddAsync(zip, connection, StoreNames.TenantSchema, cancellationToken);
                progress.Report(++done);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !IsServers(exception))
            {
                failures.Add(tenant, exception.Message);
                await transaction.RollbackAsync(Point, cancellationToken);
            }
            await PostgreSqlReading.LeaveAsync(connection, cancellationToken);
        }
        foreach (var table in (await TableShape.ListAsync(connection, StoreNames.CountySchema, cancellationToken)).Reverse())
        {
            await RowArchive.ExecuteAsync(connection, $"DELETE FROM {table.In(StoreNames.CountySchema)}", cancellationToken);
        }
        await using (var zip = await ZipFile.OpenReadAsync(countyFile, cancellationToken))
        {
            await RowArchive.AddAsync(zip, connection, StoreNames.CountySchema, cancellationToken);
            await RowArchive.SetNumbersAsync(zip, connection, cancellationToken);
        }
        await RowArchive.ExecuteAsync(connection, "NOTIFY " + StoreNames.TenantsChannel, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return failures;
    }

    // A server that is gone, full or shutting down is no fault of the copy.
    private static bool IsServers(Exception exception) => exception is PostgresException refused ? refused.SqlState is ['5', '3' or '7' or '8', ..] : exception is NpgsqlException;

    // A tenant whose rows are gone has no counter; how far its log had come is known to those who follow it.
    private async Task<long> ReadFollowedAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var command = stores.DataSource.CreateCommand($"SELECT coalesce(max(position), 0) FROM {StoreNames.CountySchema}.consumer_positions WHERE tenant_id = $1");
        command.Parameters.Add(new() { Value = tenant.Value });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!; // coalesce gives a number
    }

    private static async Task<long> LockHeadAsync(TenantDb db, TenantId tenant, CancellationToken cancellationToken) => (await db.Database.SqlQuery<long>(
        $"""
        INSERT INTO tenant.change_counters (tenant_id, last) VALUES ({tenant.Value}, 0)
        ON CONFLICT (tenant_id) DO UPDATE SET last = tenant.change_counters.last RETURNING last AS "Value"
        """).ToListAsync(cancellationToken)).Single();

    private static Task SetHeadAsync(TenantDb db, TenantId tenant, long head, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO tenant.change_counters (tenant_id, last) VALUES ({tenant.Value}, {head})
        ON CONFLICT (tenant_id) DO UPDATE SET last = greatest(tenant.change_counters.last, excluded.last)
        """,
        cancellationToken);
}
