using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AgencyCMS.Tenants.Tests.Fixtures;

/// <summary>What the stores hold of a tenant, seen with the eyes of the database's owner.</summary>
public static class Leftovers
{
    /// <returns>Every file and table that still holds something.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(County county, TenantId tenant)
    {
        var found = new List<string>();
        var folder = county.Get<StoreFiles>().Folder(tenant);
        if (Directory.Exists(folder))
        {
            found.AddRange(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Append(folder));
        }
        if (county.Host.Database.Provider == DatabaseProvider.PostgreSql)
        {
            found.AddRange(await FindRowsAsync(county.Host.Database.ConnectionString, tenant));
        }
        found.AddRange(await FindCountyRowsAsync(county, tenant));
        return found;
    }

    private static async Task<List<string>> FindCountyRowsAsync(County county, TenantId tenant)
    {
        await using var db = county.Get<StoreSessions>().OpenCounty();
        var filled = new List<string>();
        foreach (var (entity, _) in TenantTies.Of(db.Model).Where(tied => tied.Tie is not TenantTie.Record))
        {
            var table = db.GetService<ISqlGenerationHelper>().DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
            // The name comes from the model; the tenant is a parameter.
#pragma warning disable EF1002
            var rows = await db.Database.SqlQueryRaw<int>($"SELECT count(*) AS \"Value\" FROM {table} WHERE tenant_id = {{0}}", tenant.Value).SingleAsync();
#pragma warning restore EF1002
            if (rows > 0)
            {
                filled.Add("county: " + entity.GetTableName());
            }
        }
        return filled;
    }

    /// <returns>How many accounts are members of the tenant.</returns>
    public static async Task<int> CountMembersAsync(County county, TenantId tenant)
    {
        await using var db = county.Get<StoreSessions>().OpenCounty();
        var members = db.Database.IsNpgsql()
            ? db.Database.SqlQuery<int>($"SELECT account_id AS \"Value\" FROM county.memberships WHERE tenant_id = {tenant.Value}")
            : db.Database.SqlQuery<int>($"SELECT account_id AS \"Value\" FROM memberships WHERE tenant_id = {tenant.Value}");
        return await members.CountAsync();
    }

    private static async Task<List<string>> FindRowsAsync(string connectionString, TenantId tenant)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var tables = new List<string>();
        await using (var command = source.CreateCommand("SELECT table_name::text FROM information_schema.columns WHERE table_schema = 'tenant' AND column_name = 'tenant_id'"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }
        Assert.NotEmpty(tables);
        var filled = new List<string>();
        foreach (var table in tables)
        {
            await using var command = source.CreateCommand($"SELECT EXISTS (SELECT FROM tenant.{table} WHERE tenant_id = {tenant.Value})");
            if ((bool)(await command.ExecuteScalarAsync())!)
            {
                filled.Add(table);
            }
        }
        return filled;
    }
}
