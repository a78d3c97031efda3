using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Stores;

/// <summary>Removes all that a tenant's store holds, and its folder.</summary>
public sealed class StoreRemoval(DataOptions options, StoreFiles files, StoreSessions stores)
{
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
        if (Directory.Exists(files.Folder(tenant)))
        {
            Directory.Delete(files.Folder(tenant), recursive: true);
        }
    }

    // Tables are taken from the database, not from the loaded modules: a module that is gone must not leave rows behind. All rows go in one statement,
    // because PostgreSQL checks references at the end of a statement, so the order of the tables does not matter. The session is the tenant's own:
    // row-level security keeps every other tenant's rows out of reach.
    private async Task DeleteRowsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.Open(tenant);
        var tables = await db.Database.SqlQuery<string>(
            $"""
            SELECT format('%I.%I', c.table_schema, c.table_name) AS "Value" FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = {StoreNames.TenantSchema} AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE'
            """).ToListAsync(cancellationToken);
        var deletions = tables.Select((table, index) => $"gone_{index} AS (DELETE FROM {table} WHERE tenant_id = {{0}})");
        // The table names come quoted from the database's own catalogue; the tenant is a parameter.
#pragma warning disable EF1002
        await db.Database.ExecuteSqlRawAsync($"WITH {string.Join(", ", deletions)} SELECT 1", [tenant.Value], cancellationToken);
#pragma warning restore EF1002
    }
}
