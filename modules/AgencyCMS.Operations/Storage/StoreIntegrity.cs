using System.Runtime.CompilerServices;
using AgencyCMS.Operations.Storage.Copies;
using Microsoft.Data.Sqlite;

namespace AgencyCMS.Operations.Storage;

/// <summary>SQLite's own look at a store file: its pages, its indexes, its references. PostgreSQL has checksums and constraints of its own.</summary>
internal static class StoreIntegrity
{
    public static async IAsyncEnumerable<string> CheckAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            yield return "The store's file is missing.";
            yield break;
        }
        foreach (var line in await ReadAsync(file, cancellationToken))
        {
            yield return line;
        }
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        try
        {
            await using var connection = await SqliteCopies.OpenAsync(file, isNew: false, cancellationToken);
            await using var integrity = connection.CreateCommand();
            integrity.CommandText = "PRAGMA integrity_check(20)";
            await using (var reader = await integrity.ExecuteReaderAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    if (reader.GetString(0) is not "ok" and var line)
                    {
                        lines.Add("The store's file is damaged: " + line);
                    }
                }
            }
            await using var references = connection.CreateCommand();
            references.CommandText = "PRAGMA foreign_key_check";
            await using var broken = await references.ExecuteReaderAsync(cancellationToken);
            while (await broken.ReadAsync(cancellationToken))
            {
                lines.Add($"A row of {broken.GetString(0)} refers to a row of {broken.GetString(2)} that is not there.");
            }
        }
        catch (SqliteException exception)
        {
            lines.Add("The store's file cannot be read: " + exception.Message);
        }
        return lines;
    }
}
