using System.Runtime.CompilerServices;
using AgencyCMS.Modularity.Archives;
using DocumentFormat.OpenXml.Packaging;

namespace AgencyCMS.Disclosure.Import.Reading.Workbooks;

/// <summary>Reads the rows of a workbook's sheet, one after the other.</summary>
internal static class WorkbookRows
{
    // Read as a stream, but for the texts that cells share.
    private static readonly ZipLimits Limits = new(MaxEntries: 5_000, MaxUnpackedBytes: 1024L * 1024 * 1024);
    private const long MaxSharedTextBytes = 256L * 1024 * 1024;

    /// <exception cref="InvalidDataException">It is no workbook, or unpacks to more than is read.</exception>
    public static async IAsyncEnumerable<TableRow> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        Check(stream);
        using var document = Open(stream);
        var part = document.WorkbookPart ?? throw new InvalidDataException("It holds no workbook.");
        WorkbookShape.Check(part);
        var book = new Workbook(part);
        foreach (var row in SheetChoice.Find(book) is { } sheet ? new SheetRows(sheet, book).Read() : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    /// <summary>True when a file is a workbook that may be read.</summary>
    public static bool CanRead(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            Check(stream);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        catch (ZipTooLargeException)
        {
            return true; // reading it says so
        }
    }

    private static SpreadsheetDocument Open(Stream stream)
    {
        try
        {
            return SpreadsheetDocument.Open(stream, isEditable: false);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    private static void Check(Stream stream)
    {
        using var archive = GuardedZip.Open(stream, Limits);
        if (archive.GetEntry("[Content_Types].xml") is null)
        {
            throw new InvalidDataException("It is no workbook.");
        }
        if (archive.Entries.Any(entry => entry.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) && entry.Length > MaxSharedTextBytes))
        {
            throw new ZipTooLargeException(hasTooManyEntries: false);
        }
    }
}
