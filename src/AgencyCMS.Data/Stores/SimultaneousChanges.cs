using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyCMS.Data.Stores;

/// <summary>Tells that a change failed because of another one made at the same moment, by somebody else or by pressing twice. Nothing of it was kept, and it can be tried again.</summary>
public static class SimultaneousChanges
{
    public static bool Is(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is DbUpdateConcurrencyException || exception.GetBaseException() switch
        {
            SqliteException sqlite => UniqueViolations.Is(sqlite),
            PostgresException postgres => UniqueViolations.Is(postgres) || postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
            _ => false,
        };
    }
}
