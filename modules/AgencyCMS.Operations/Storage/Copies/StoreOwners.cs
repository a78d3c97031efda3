using System.Data.Common;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Storage.Copies;

internal static class StoreOwners
{
    /// <summary>Reads the tenants that have a store from the county's table.</summary>
    public static string Query(string table) => $"SELECT id, name, title FROM {table} WHERE state NOT IN ('{TenantState.Draft}', '{TenantState.Provisioning}') ORDER BY id";

    public static async Task<IReadOnlyList<StoreOwner>> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var owners = new List<StoreOwner>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            owners.Add(new StoreOwner(new TenantId(reader.GetInt32(0)), reader.GetString(1), reader.GetString(2)));
        }
        return owners;
    }
}
