using System.Globalization;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Data.Sqlite;

namespace AgencyCMS.Data.Stores;

/// <summary>Whether a file is the store of a tenant. SQLite opens a file of no bytes as an empty database; taken for a store, it would put an empty site in the place of a lost one.</summary>
public static class StoreIdentity
{
    /// <summary>Looks into a SQLite file.</summary>
    /// <param name="file">Full path of a file that is there.</param>
    /// <param name="tenant">Whose store it should be.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    /// <returns>Why it is not; null when it is.</returns>
    public static async Task<string?> FindFaultAsync(string file, TenantId tenant, CancellationToken cancellationToken)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        await using var connection = new SqliteConnection(source.ToString());
        await connection.OpenAsync(cancellationToken);
        if (await CountAsync(connection, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('schema_steps', 'change_counters')", cancellationToken) < 2)
        {
            return "The store's file is empty.";
        }
        var others = string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM change_counters WHERE tenant_id <> {tenant.Value}");
        return await CountAsync(connection, others, cancellationToken) > 0 ? "The store's file is that of another tenant." : null;
    }

    private static async Task<long> CountAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        // Nothing of it comes from outside.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!; // a count is never null
    }
}
