using System.Data;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using FluentMigrator;
using Microsoft.Data.Sqlite;

namespace AgencyCMS.ContentManagement.Storage.Steps;

/// <summary>For whom the scheduled version of each item is stands beside its moment: it is approved for them alone, whatever is saved after it.</summary>
[Tags(SchemaStore.Tenant)]
[Migration(2026_11_22_0105)]
public sealed class S0105_NoteScheduledAudiences : ForwardOnlyMigration
{
    public override void Up()
    {
        Alter.Table("content_items").AddColumn("scheduled_audience").AsText().NotNullable().WithDefaultValue(nameof(Audience.Public));
        Alter.Table("content_items").AddColumn("scheduled_audience_group").AsText().Nullable();
        Execute.WithConnection(Fill);
    }

    // As for the newest version: what a document says of its audience has one reader.
    private static void Fill(IDbConnection connection, IDbTransaction transaction)
    {
        var schema = connection is SqliteConnection ? "" : StoreNames.TenantSchema + ".";
        foreach (var (tenant, id, audience, group) in Restricted(connection, transaction, schema))
        {
            using var update = Command(
                connection, transaction, $"UPDATE {schema}content_items SET scheduled_audience = @audience, scheduled_audience_group = @group WHERE tenant_id = @tenant AND content_item_id = @id");
            Add(update, "audience", audience.ToString());
            Add(update, "group", group ?? (object)DBNull.Value);
            Add(update, "tenant", tenant);
            Add(update, "id", id);
            update.ExecuteNonQuery();
        }
    }

    private static List<(int Tenant, string Id, Audience Audience, string? Group)> Restricted(IDbConnection connection, IDbTransaction transaction, string schema)
    {
        var found = new List<(int, string, Audience, string?)>();
        using var read = Command(
            connection,
            transaction,
            $"SELECT i.tenant_id, i.content_item_id, v.json FROM {schema}content_items i JOIN {schema}content_versions v "
            + "ON v.tenant_id = i.tenant_id AND v.content_item_version_id = i.scheduled_version_id WHERE lower(v.json) LIKE '%audiencepart%'");
        using var rows = read.ExecuteReader();
        while (rows.Read())
        {
            var (audience, group) = AudiencePart.Of(ContentItem.FromJson(rows.GetString(2)));
            if (audience != Audience.Public)
            {
                found.Add((rows.GetInt32(0), rows.GetString(1), audience, group));
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
