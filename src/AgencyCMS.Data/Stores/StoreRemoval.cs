using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Stores;

/// <summary>Removes all that a tenant's store holds, and its folder.</summary>
public sealed class StoreRemoval(DataOptions options, StoreFiles files, StoreSessions stores)
{
    private const int Attempts = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Removes what is there; may be called again after an interruption.</summary>
    public async Task RemoveAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            await DeleteRowsAsync(tenant, cancellationToken);
        }
        else if (File.Exists(files.Tenant(tenant)))
        {
            stores.Release(tenant);
        }
        await DeleteFolderAsync(files.Folder(tenant), cancellationToken);
    }

    // A reader that has not heard yet that the tenant is closed may put a file into a folder that is just being emptied.
    private static async Task DeleteFolderAsync(string folder, CancellationToken cancellationToken)
    {
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < Attempts)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    // All rows go in one statement, because PostgreSQL checks references at the end of a statement, so the order of the tables does not matter.
    // The session is the tenant's own: row-level security keeps every other tenant's rows out of reach.
    private async Task DeleteRowsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.Open(tenant);
        var tables = await TenantTables.ListAsync(db, cancellationToken);
        var deletions = tables.Select((table, index) => $"gone_{index} AS (DELETE FROM {TenantTables.Quote(table)} WHERE tenant_id = {{0}})");
        // The table names are quoted; the tenant is a parameter.
#pragma warning disable EF1002
        await db.Database.ExecuteSqlRawAsync($"WITH {string.Join(", ", deletions)} SELECT 1", [tenant.Value], cancellationToken);
#pragma warning restore EF1002
    }
}
