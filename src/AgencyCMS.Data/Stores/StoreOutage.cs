using Microsoft.Data.Sqlite;
using Npgsql;

namespace AgencyCMS.Data.Stores;

/// <summary>Tells that the database cannot be asked for the moment: nothing is wrong with what was asked, and it can be tried again.</summary>
public static class StoreOutage
{
    private const int SqliteBusy = 5;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    /// <returns>What the database said, on one line; null when the failure is another one.</returns>
    public static string? Describe(Exception? exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            var isOutage = current switch
            {
                PostgresException postgres => postgres.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
                    or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.DiskFull or PostgresErrorCodes.ReadOnlySqlTransaction,
                NpgsqlException lost => lost.IsTransient,
                SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteFull or SqliteCannotOpen,
                _ => false,
            };
            if (isOutage)
            {
                return current.Message.ReplaceLineEndings(" ");
            }
        }
        return null;
    }
}
