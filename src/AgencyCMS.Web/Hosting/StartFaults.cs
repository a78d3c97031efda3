using System.Net.Sockets;
using AgencyCMS.Modularity.Setup;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AgencyCMS.Web.Hosting;

/// <summary>Why the program cannot start, as a sentence for the operator, where it is the machine's fault and not the program's: there a stack of calls explains nothing.</summary>
internal static class StartFaults
{
    // Classes of PostgreSQL's codes: connection, refused sign-in, no such database, no resources, shutting down.
    private static readonly string[] ServerFaults = ["08", "28", "3D", "53", "57"];

    // Not opened, busy, read-only, disk full, disk fault, no database, no permission.
    private static readonly int[] FileFaults = [14, 5, 8, 13, 10, 26, 3];

    /// <param name="exception">What went wrong.</param>
    /// <param name="isCommand">True for a command of the operator: that, too, ends with one line whatever went wrong.</param>
    /// <returns>One line; null for a fault of the program at the start of a server.</returns>
    public static string? Describe(Exception exception, bool isCommand)
    {
        var line = DescribeMachine(exception) ?? (isCommand ? DescribeOther(exception.GetBaseException()) : null);
        return line is null ? null : (isCommand ? "The command failed. " : "AgencyCMS cannot start. ") + line.ReplaceLineEndings(" ");
    }

    private static string? DescribeMachine(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            var line = current switch
            {
                StartRefusedException => current.Message,
                PostgresException refused => ServerFaults.Contains(refused.SqlState[..2]) ? "The database refuses: " + refused.MessageText : null,
                NpgsqlException => "The database cannot be reached: " + current.Message,
                SqliteException refused => FileFaults.Contains(refused.SqliteErrorCode) ? "The store cannot be opened: " + refused.Message : null,
                SocketException => "The address cannot be listened on: " + current.Message,
                // A port in use, a disk that is full, a folder that cannot be made.
                IOException or UnauthorizedAccessException => current.Message,
                _ => null,
            };
            if (line is not null)
            {
                return line;
            }
        }
        return null;
    }

    private static string DescribeOther(Exception exception) => exception is OperationCanceledException
        ? "It was stopped."
        : $"{exception.Message} ({exception.GetType().Name}; --details prints all that is known of it.)";
}
