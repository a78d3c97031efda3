using System.Data;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using FluentMigrator;

namespace AgencyCMS.Disclosure.Storage.Steps;

/// <summary>Numbers that differ in case or width alone are the same; neither database can tell by itself.</summary>
[Tags(SchemaStore.Tenant)]
[Migration(2026_11_28_0315)]
public sealed class S0315_CompareIndexNumbers : ForwardOnlyMigration
{
    public override void Up()
    {
        Alter.Table("index_numbers").AddColumn("claim").AsText().NotNullable().WithDefaultValue("");
        Create.Index("index_numbers_by_claim").OnTable("index_numbers").OnColumn("tenant_id").Ascending().OnColumn("claim").Ascending();
        IfDatabase(IsPostgreSql).Delegate(() => Execute.WithConnection((connection, transaction) => Fill(connection, transaction, StoreNames.TenantSchema + ".")));
        IfDatabase(processor => !IsPostgreSql(processor)).Delegate(() => Execute.WithConnection((connection, transaction) => Fill(connection, transaction, "")));
    }

    private static bool IsPostgreSql(string processor) => processor.StartsWith("Postgres", StringComparison.OrdinalIgnoreCase);

    private static void Fill(IDbConnection connection, IDbTransaction transaction, string schema)
    {
        var numbers = new List<string>();
        using (var read = Command(connection, transaction, $"SELECT DISTINCT number FROM {schema}index_numbers"))
        using (var rows = read.ExecuteReader())
        {
            while (rows.Read())
            {
                numbers.Add(rows.GetString(0));
            }
        }
        using var write = Command(connection, transaction, $"UPDATE {schema}index_numbers SET claim = @claim WHERE number = @number");
        var (claim, number) = (write.CreateParameter(), write.CreateParameter());
        (claim.ParameterName, number.ParameterName) = ("claim", "number");
        write.Parameters.Add(claim);
        write.Parameters.Add(number);
        foreach (var known in numbers)
        {
            (claim.Value, number.Value) = (IndexNumberRow.Normalise(known), known);
            write.ExecuteNonQuery();
        }
    }

    private static IDbCommand Command(IDbConnection connection, IDbTransaction transaction, string text)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, text);
        return command;
    }
}
