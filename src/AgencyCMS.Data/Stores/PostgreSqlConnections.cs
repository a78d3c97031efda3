using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AgencyCMS.Data.Stores;

/// <summary>
/// On every open of a connection: takes the application's role and sets the tenant. Returning it to the pool resets both, and where no tenant is set
/// row-level security shows no row.
/// </summary>
internal sealed class PostgreSqlConnections : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Prepare(connection, eventData);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Prepare(connection, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Prepare(DbConnection connection, ConnectionEndEventData eventData)
    {
        var tenant = eventData.Context is TenantDb db ? db.CurrentTenantId.ToString(CultureInfo.InvariantCulture) : "";
        var command = connection.CreateCommand();
        command.CommandText = $"SET ROLE {StoreNames.ApplicationRole}; SELECT set_config('{StoreNames.TenantSetting}', '{tenant}', false)";
        return command;
    }
}
