using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Data.Sqlite;

namespace AgencyCMS.Operations.Storage.Copies;

/// <summary>
/// Copies store files one after the other. The county's must come first: what its consumers have applied is then never ahead of the logs that are copied
/// later, and after a restore they apply the rest; the other way round they would pass over it.
/// </summary>
internal sealed class SqliteReading(StoreFiles files) : IStoreReading
{
    public Task CopyCountyAsync(string file, CancellationToken cancellationToken) => CopyAsync(files.County, file, cancellationToken);

    public async Task<IReadOnlyList<StoreOwner>> ListTenantsAsync(string countyFile, CancellationToken cancellationToken)
    {
        await using var connection = await SqliteCopies.OpenAsync(countyFile, isNew: false, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = StoreOwners.Query("tenants");
        return await StoreOwners.ReadAsync(command, cancellationToken);
    }

    public async Task<bool> CopyTenantAsync(TenantId tenant, string file, CancellationToken cancellationToken)
    {
        if (!files.HasTenant(tenant))
        {
            return false;
        }
        try
        {
            if (await StoreIdentity.FindFaultAsync(files.Tenant(tenant), tenant, cancellationToken) is { } fault)
            {
                throw new InvalidDataException(fault);
            }
            await CopyAsync(files.Tenant(tenant), file, cancellationToken);
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == CannotOpen && !files.HasTenant(tenant))
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private const int CannotOpen = 14;

    private static async Task CopyAsync(string store, string file, CancellationToken cancellationToken)
    {
        await using var connection = await SqliteCopies.OpenAsync(store, isNew: false, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
