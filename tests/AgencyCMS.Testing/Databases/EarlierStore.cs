using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgencyCMS.Testing.Databases;

/// <summary>Puts a tenant's store back to before a schema step and upgrades it again, as an installation that stands is upgraded.</summary>
public static class EarlierStore
{
    /// <param name="host">The program.</param>
    /// <param name="tenant">Whose store; on PostgreSQL all tenants have one together.</param>
    /// <param name="step">Number of the step.</param>
    /// <param name="undo">SQL that undoes what the step did.</param>
    public static async Task UpgradeAgainAsync<TProgram>(this TestHost<TProgram> host, Tenant tenant, long step, params string[] undo)
        where TProgram : class
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(tenant);
        string[] before = [.. undo, $"DELETE FROM schema_steps WHERE version = {step}"];
        var schema = host.Services.GetRequiredService<SchemaSteps>();
        if (host.Database.Provider == DatabaseProvider.PostgreSql)
        {
            await using var source = NpgsqlDataSource.Create(host.Database.ConnectionString);
            foreach (var sql in before.Append($"DELETE FROM county.store_schemas WHERE store = '{SchemaStore.Tenant}'"))
            {
                await using var command = source.CreateCommand($"SET search_path TO {StoreNames.TenantSchema}; {sql}");
                await command.ExecuteNonQueryAsync();
            }
            await schema.UpgradeCountyAsync(CancellationToken.None);
            return;
        }
        await using (var connection = new SqliteConnection($"Data Source={host.Services.GetRequiredService<StoreFiles>().Tenant(tenant.Id)};Pooling=False"))
        {
            await connection.OpenAsync();
            foreach (var sql in before)
            {
                await using var command = new SqliteCommand(sql, connection);
                await command.ExecuteNonQueryAsync();
            }
        }
        await schema.UpgradeTenantAsync(tenant.Id, CancellationToken.None);
    }
}
