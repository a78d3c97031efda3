using System.IO.Compression;
using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Uploading;

/// <summary>Looks whether a table is what its name says, and has a line.</summary>
internal static class TableContent
{
    private const int HeadBytes = 64 * 1024;
    private const long MaxWorkbookBytes = 4L * 1024 * 1024 * 1024;

    /// <returns>Null when it can be imported.</returns>
    public static async Task<Problem?> RefuseAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        if (!(Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? IsWorkbook(path) : await IsTextAsync(path, cancellationToken)))
        {
            return ImportProblems.ContentDoesNotFit(name);
        }
        try
        {
            await foreach (var record in ImportFile.ReadAsync(path, cancellationToken))
            {
                return record.Values.Count == 0 ? ImportProblems.ContentDoesNotFit(name) : null;
            }
            return ImportProblems.Empty(name);
        }
        catch (Exception exception) when (ImportFile.IsUnreadable(exception))
        {
            return ImportProblems.NotReadable(name, exception.Message);
        }
    }

    // What the list of entries says is unpacked at most, since reading ends there: a small file must not grow without end.
    private static bool IsWorkbook(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return archive.GetEntry("xl/workbook.xml") is not null && archive.Entries.Sum(entry => entry.Length) < MaxWorkbookBytes;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static async Task<bool> IsTextAsync(string path, CancellationToken cancellationToken)
    {
        using var reader = await TextEncodings.OpenAsync(path, cancellationToken);
        var head = new char[HeadBytes];
        var read = await reader.ReadBlockAsync(head, cancellationToken);
        return !head.AsSpan(0, read).ContainsAnyInRange('\0', '\b');
    }
}
