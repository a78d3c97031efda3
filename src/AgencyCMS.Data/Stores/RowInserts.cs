using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyCMS.Data.Stores;

/// <summary>
/// Writes the new rows of a large save to SQLite by one prepared statement for each table. The session itself would make, parse and forget a command for
/// every row, which costs several times as much as the row. PostgreSQL gets its rows in batches anyway.
/// </summary>
internal static class RowInserts
{
    /// <summary>Fewer rows of a table are left to the session.</summary>
    private const int Worthwhile = 20;

    /// <summary>Writes inside the current transaction; the session takes the rows for stored. See <see cref="Undo"/> for when that turns out wrong.</summary>
    /// <returns>The rows that were written.</returns>
    /// <exception cref="DbUpdateException">The store refuses a row; all of them are staged as before.</exception>
    public static async Task<IReadOnlyList<EntityEntry>> WriteAsync(TenantDb db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return [];
        }
        var staged = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Deleted).ToList();
        // A row may take the place of one that goes, and then the order counts, which the session knows.
        if (staged.Count < Worthwhile || staged.Exists(entry => entry.State == EntityState.Deleted))
        {
            return [];
        }
        var written = new List<EntityEntry>(staged.Count);
        foreach (var table in staged.GroupBy(entry => entry.Metadata).Where(group => group.Count() >= Worthwhile && IsPlain(group.Key)))
        {
            try
            {
                await WriteAsync(db, table.Key, table, cancellationToken);
            }
            catch (DbException exception)
            {
                throw new DbUpdateException($"Rows could not be added to {table.Key.GetTableName()}.", exception, [.. table]);
            }
            written.AddRange(table);
        }
        foreach (var entry in written)
        {
            entry.State = EntityState.Unchanged;
        }
        return written;
    }

    /// <summary>Stages the rows again, after the transaction that wrote them failed.</summary>
    public static void Undo(IEnumerable<EntityEntry> written)
    {
        foreach (var entry in written)
        {
            entry.State = EntityState.Added;
        }
    }

    private static async Task WriteAsync(TenantDb db, IEntityType type, IEnumerable<EntityEntry> rows, CancellationToken cancellationToken)
    {
        var columns = type.GetProperties().ToList();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction(); // there is always one around changes
        // The names are those of the model.
#pragma warning disable CA2100
        command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";
#pragma warning restore CA2100
        foreach (var index in Enumerable.Range(0, columns.Count))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
        }
        foreach (var row in rows)
        {
            for (var index = 0; index < columns.Count; index++)
            {
                command.Parameters[index].Value = Stored(columns[index], row.Entity) ?? DBNull.Value;
            }
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static object? Stored(IProperty column, object row)
    {
        var value = column.GetGetter().GetClrValue(row);
        return value is not null && column.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    // Whatever the session would have to work out or read back is left to it.
    private static bool IsPlain(IEntityType type) => type.GetTableName() is not null
        && !type.GetForeignKeys().Any()
        && type.GetProperties().All(property => !property.IsShadowProperty() && property.ValueGenerated == ValueGenerated.Never && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save);
}
