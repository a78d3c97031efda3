using System.Globalization;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Npgsql;

namespace AgencyCMS.Operations.Storage.Copies;

/// <summary>Copies rows in one transaction: all copies are of the same moment. Each tenant's are read under row-level security, as that tenant.</summary>
internal sealed class PostgreSqlReading : IStoreReading
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly IReadOnlyList<TableShape> _county;
    private readonly IReadOnlyList<TableShape> _tenant;

    private PostgreSqlReading(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<TableShape> county, IReadOnlyList<TableShape> tenant)
    {
        _connection = connection;
        _transaction = transaction;
        _county = county;
        _tenant = tenant;
    }

    public static async Task<IStoreReading> BeginAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var county = await TableShape.ListAsync(connection, StoreNames.CountySchema, cancellationToken);
        var tenant = await TableShape.ListAsync(connection, StoreNames.TenantSchema, cancellationToken);
        return new PostgreSqlReading(connection, transaction, county, tenant);
    }

    public async Task CopyCountyAsync(string file, CancellationToken cancellationToken)
    {
        await RowArchive.WriteAsync(file, _connection, StoreNames.CountySchema, _county, cancellationToken);
        await RowArchive.AddNumbersAsync(file, _connection, cancellationToken);
    }

    public async Task<IReadOnlyList<StoreOwner>> ListTenantsAsync(string countyFile, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(StoreOwners.Query(StoreNames.CountySchema + ".tenants"), _connection);
        return await StoreOwners.ReadAsync(command, cancellationToken);
    }

    public async Task<bool> CopyTenantAsync(TenantId tenant, string file, CancellationToken cancellationToken)
    {
        const string Point = "before_tenant";
        await _transaction.SaveAsync(Point, cancellationToken);
        try
        {
            await EnterAsync(_connection, tenant, cancellationToken);
            await RowArchive.WriteAsync(file, _connection, StoreNames.TenantSchema, _tenant, cancellationToken);
            await LeaveAsync(_connection, cancellationToken);
            return true;
        }
        catch (PostgresException)
        {
            // The next tenant is read in the same transaction, which is of one moment for all.
            await _transaction.RollbackAsync(Point, CancellationToken.None);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    /// <summary>Until the transaction ends or is left, the connection sees and writes that tenant's rows only.</summary>
    public static Task EnterAsync(NpgsqlConnection connection, TenantId tenant, CancellationToken cancellationToken)
    {
        var id = tenant.Value.ToString(CultureInfo.InvariantCulture);
        return RowArchive.ExecuteAsync(connection, $"SET LOCAL ROLE {StoreNames.ApplicationRole}; SELECT set_config('{StoreNames.TenantSetting}', '{id}', true)", cancellationToken);
    }

    public static Task LeaveAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        RowArchive.ExecuteAsync(connection, $"RESET ROLE; SELECT set_config('{StoreNames.TenantSetting}', '', true)", cancellationToken);
}
