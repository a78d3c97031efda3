using System.Data.Common;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AgencyCMS.Architecture.Tests.Live;

/// <summary>What tables and their mapping must be; each rule gives its breaches.</summary>
internal static class ModelRules
{
    public static async Task<IReadOnlyList<string>> MissingColumnsAsync(DbContext db)
    {
        var breaches = new List<string>();
        foreach (var entity in Entities(db))
        {
            breaches.AddRange(await FaultsAsync(db, entity));
        }
        return breaches;
    }

    public static IEnumerable<string> KeysWithoutTenant(DbContext db) => Entities(db)
        .Where(entity => entity.FindPrimaryKey()?.Properties[0].Name != nameof(ITenantRow.TenantId)).Select(entity => $"The key of {entity.ClrType.Name} does not begin with the tenant.");

    public static async Task<IReadOnlyList<string>> OpenTablesAsync(DbDataSource source)
    {
        await using var command = source.CreateCommand(
            $"""
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = '{StoreNames.TenantSchema}' AND c.relkind = 'r' AND c.relname <> 'schema_steps'
              AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
            """);
        var breaches = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            breaches.Add($"The table {reader.GetString(0)} is open to every tenant.");
        }
        return breaches;
    }

    public static IEnumerable<string> WithoutTie(DbContext db) => TenantTies.Of(db.Model).Where(found => found.Tie is null)
        .Select(found => $"The table {found.Entity.GetTableName()} names a tenant and does not say what becomes of it with the tenant.");

    private static IEnumerable<IEntityType> Entities(DbContext db) => db.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null);

    private static async Task<IEnumerable<string>> FaultsAsync(DbContext db, IEntityType entity)
    {
        var columns = string.Join(", ", entity.GetProperties().Select(property => $"\"{property.GetColumnName()}\""));
        var table = entity.GetSchema() is { } schema ? $"\"{schema}\".\"{entity.GetTableName()}\"" : $"\"{entity.GetTableName()}\"";
        try
        {
            await db.Database.ExecuteSqlRawAsync($"SELECT {columns} FROM {table} WHERE 1 = 0");
            return [];
        }
        catch (DbException exception)
        {
            return [$"{entity.ClrType.Name}: {exception.Message}"];
        }
    }
}
