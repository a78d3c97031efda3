using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AgencyCMS.Data.Stores;

/// <summary>Opens SQLite files the way we need them: write-ahead log, full sync (a commit survives a power cut), foreign keys, waiting for a lock.</summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    // Settings stay with the native connection, which the pool hands out again and again.
    private static readonly ConditionalWeakTable<object, object> Prepared = [];

    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        // A store that is missing is an error; opening it must not leave an empty one in its place.
        Mode = SqliteOpenMode.ReadWrite,
        DefaultTimeout = 30,
    }.ToString();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    internal static void Prepare(DbConnection connection)
    {
        var native = ((SqliteConnection)connection).Handle!; // it is open
        if (Prepared.TryGetValue(native, out _))
        {
            return;
        }
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA foreign_keys = ON;";
        command.ExecuteNonQuery();
        Prepared.AddOrUpdate(native, native);
    }
}
