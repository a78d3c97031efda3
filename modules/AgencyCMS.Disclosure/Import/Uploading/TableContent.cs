using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Disclosure.Import.Reading.Workbooks;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Disclosure.Import.Uploading;

/// <summary>Looks whether a table is what its name says, and has a line.</summary>
internal static class TableContent
{
    private const int LinesLookedAt = 100;
    private const int HeadBytes = 64 * 1024;

    /// <returns>Null when it can be imported.</returns>
    public static async Task<Problem?> RefuseAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (!(Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? WorkbookRows.CanRead(path) : await IsTextAsync(path, cancellationToken)))
            {
                return ImportProblems.ContentDoesNotFit(name);
            }
            var records = await ImportFile.ReadAsync(path, cancellationToken).Take(LinesLookedAt).ToListAsync(cancellationToken);
            return records.Count == 0 ? ImportProblems.Empty(name) : records.TrueForAll(record => record.Values.Count == 0) ? ImportProblems.ContentDoesNotFit(name) : null;
        }
        catch (Exception exception) when (ImportFile.IsUnreadable(exception))
        {
            return ImportFile.Describe(exception, name);
        }
    }

    // A stray control character spoils its line alone; a file full of them is no text.
    private static async Task<bool> IsTextAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        var head = new byte[HeadBytes];
        var read = await stream.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        var text = (await TextEncodings.DetectAsync(stream, cancellationToken)).Lenient.GetString(head.AsSpan(0, read));
        return text.Count(sign => sign < ' ' && !char.IsWhiteSpace(sign)) * 100 <= text.Length;
    }
}
