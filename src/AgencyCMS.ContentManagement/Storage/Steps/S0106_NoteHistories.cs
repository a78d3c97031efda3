using System.Data;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using FluentMigrator;
using Microsoft.Data.Sqlite;

namespace AgencyCMS.ContentManagement.Storage.Steps;

/// <summary>That an item's first publication is history from elsewhere stands beside its day: it is true of the item, not of one of its versions.</summary>
[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_0106)]
public sealed class S0106_NoteHistories : ForwardOnlyMigration
{
    public override void Up()
    {
        Alter.Table("content_items").AddColumn("imported_at").AsInstant().Nullable();
        Execute.WithConnection(Fill);
    }

    private static void Fill(IDbConnection connection, IDbTransaction transaction)
    {
        var schema = connection is SqliteConnection ? "" : StoreNames.TenantSchema + ".";
        foreach (var (tenant, id, importedAt) in Histories(connection, transaction, schema))
        {
            using var update = Command(connection, transaction, $"UPDATE {schema}content_items SET imported_at = @at WHERE tenant_id = @tenant AND content_item_id = @id");
            Add(update, "at", importedAt.ToUnixTimeMilliseconds());
            Add(update, "tenant", tenant);
            Add(update, "id", id);
            update.ExecuteNonQuery();
        }
    }

    private static List<(int Tenant, string Id, DateTimeOffset ImportedAt)> Histories(IDbConnection connection, IDbTransaction transaction, string schema)
    {
        var found = new List<(int, string, DateTimeOffset)>();
        using var read = Command(
            connection,
            transaction,
            $"SELECT i.tenant_id, i.content_item_id, v.json FROM {schema}content_items i JOIN {schema}content_versions v "
            + "ON v.tenant_id = i.tenant_id AND v.content_item_version_id = coalesce(i.published_version_id, i.latest_version_id) "
            + "WHERE i.published_at IS NOT NULL AND v.json LIKE '%\"ImportedPart\"%'");
        using var rows = read.ExecuteReader();
        while (rows.Read())
        {
            if (ContentItem.FromJson(rows.GetString(2)).Part<ImportedPart>()?.ImportedUtc is { } importedAt)
            {
                found.Add((rows.GetInt32(0), rows.GetString(1), importedAt));
            }
        }
        return found;
    }

    private static IDbCommand Command(IDbConnection connection, IDbTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }

    private static void Add(IDbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
