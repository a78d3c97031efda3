using Microsoft.Data.Sqlite;
using Npgsql;

namespace AgencyCMS.Data.Stores;

/// <summary>Tells that a row could not be written because another one has its name: the store's last word where a name was found free and is not any more.</summary>
public static class UniqueViolations
{
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    public static bool Is(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.GetBaseException() switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqlitePrimaryKey or SqliteUnique,
            PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };
    }
}
