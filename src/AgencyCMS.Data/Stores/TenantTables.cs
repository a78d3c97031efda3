using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Stores;

/// <summary>
/// The tables of PostgreSQL's tenant store that hold tenants' rows. They are taken from the database, not from the loaded modules: the rows of a module that
/// is gone are the tenant's, too.
/// </summary>
internal static class TenantTables
{
    public static async Task<IReadOnlyList<string>> ListAsync(TenantDb db, CancellationToken cancellationToken) => await db.Database.SqlQuery<string>(
        $"""
        SELECT c.table_name::text AS "Value" FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = {StoreNames.TenantSchema} AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE' ORDER BY c.table_name
        """).ToListAsync(cancellationToken);

    public static string Quote(string table) => $"{StoreNames.TenantSchema}.\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
