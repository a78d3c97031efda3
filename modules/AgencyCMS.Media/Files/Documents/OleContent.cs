using System.Buffers.Binary;
using System.Text;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>
/// Documents of older Office programs, which are compound files, as installers are, too. Only streams that are known to be harmless are taken: macros, controls
/// and embedded objects lie in others.
/// </summary>
internal static class OleContent
{
    private const int SmallBytes = 4096;

    private static readonly HashSet<string> Streams = new(StringComparer.OrdinalIgnoreCase)
    {
        "WordDocument", "0Table", "1Table", "Data", "Workbook", "Book", "PowerPoint Document", "Current User", "Pictures", "ObjectPool", "\u0001CompObj", "\u0001Ole", "\u0005SummaryInformation",
        "\u0005DocumentSummaryInformation", "User Names", "Revision Log", "WpsCustomData", "KSOProductBuildVer", "ETExtData", "Text_Content", "EncryptedSummary",
    };

    // Data that programs keep in folders of their own: of data sources, pivot tables, signatures.
    private static readonly string[] Folders = ["/MsoDataStore", "/_SX_DB_CUR", "/_xmlsignatures", "/_signatures"];

    private static readonly byte[][] Exchange = [[0x13, .. " DDE"u8], [0x13, .. "DDE"u8], "DDEAUTO"u8.ToArray(), [0x13, 0, .. Encoding.Unicode.GetBytes(" DDE")], [0x13, 0, .. Encoding.Unicode.GetBytes("DDE")], Encoding.Unicode.GetBytes("DDEAUTO")];

    /// <param name="streams">Names of streams, one of which must be there.</param>
    public static Func<Stream, ContentFault?> With(params string[] streams) => content =>
    {
        try
        {
            var file = new CompoundFile(content);
            return file.Entries.FirstOrDefault(entry => streams.Contains(entry.Path[1..], StringComparer.OrdinalIgnoreCase)) is not { } main ? ContentFault.Other
                : file.Entries.FirstOrDefault(entry => !IsKnown(entry.Path)) is { } unknown ? ContentFault.Program(Show(unknown.Path))
                : Judge(file, main);
        }
        catch (InvalidDataException)
        {
            return ContentFault.Other;
        }
    };

    private static bool IsKnown(string path) => Streams.Contains(path[1..]) || Array.Exists(Folders, folder => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));

    private static ContentFault? Judge(CompoundFile file, CompoundEntry main) => main.Path[1..] switch
    {
        "WordDocument" => Holds(file, main, Exchange) ? ContentFault.Program("DDE") : null,
        "PowerPoint Document" => main.Size >= SmallBytes && HoldsObject(file, main) ? ContentFault.Program("OLE") : null,
        _ => main.Size >= SmallBytes && FindSheet(file, main) is { } sheet ? ContentFault.Program(sheet) : null,
    };

    private static bool Holds(CompoundFile file, CompoundEntry stream, byte[][] wanted)
    {
        var overlap = wanted.Max(bytes => bytes.Length);
        var kept = Array.Empty<byte>();
        foreach (var block in stream.Size >= SmallBytes ? file.Blocks(stream) : [])
        {
            byte[] seen = [.. kept, .. block];
            if (Array.Exists(wanted, bytes => seen.AsSpan().IndexOf(bytes) >= 0))
            {
                return true;
            }
            kept = seen[^Math.Min(overlap, seen.Length)..];
        }
        return false;
    }

    // Excel: the list of sheets stands before the first end of a part; sheets of macros and of dialogues are in it by their kind.
    private static string? FindSheet(CompoundFile file, CompoundEntry stream)
    {
        const int EndOfPart = 0x0A;
        const int Sheet = 0x85;
        const int Macro = 1;
        const int Module = 6;
        foreach (var (type, body) in Records(file, stream, headerBytes: 4, header => (BinaryPrimitives.ReadUInt16LittleEndian(header), BinaryPrimitives.ReadUInt16LittleEndian(header[2..]), false)))
        {
            if (type == Sheet && body.Length > 5 && body[5] is Macro or Module)
            {
                return "Excel 4.0";
            }
            if (type == EndOfPart)
            {
                return null;
            }
        }
        return null;
    }

    // PowerPoint: objects, controls and macros are records in the one stream.
    private static bool HoldsObject(CompoundFile file, CompoundEntry stream)
    {
        const int ObjectStorage = 0x1011;
        const int Macros = 0x03FF;
        return Records(file, stream, headerBytes: 8, header => (BinaryPrimitives.ReadUInt16LittleEndian(header[2..]), BinaryPrimitives.ReadUInt32LittleEndian(header[4..]), (header[0] & 0x0F) == 0x0F))
            .Any(record => record.Type is ObjectStorage or Macros);
    }

    private delegate (int Type, uint Length, bool IsContainer) HeaderReader(ReadOnlySpan<byte> header);

    /// <summary>Records one after the other; those in containers, too. Of a body the first bytes are given.</summary>
    private static IEnumerable<(int Type, byte[] Body)> Records(CompoundFile file, CompoundEntry stream, int headerBytes, HeaderReader read)
    {
        const int BodyBytes = 16;
        using var bytes = file.Blocks(stream).SelectMany(block => block).Take((int)Math.Min(stream.Size, int.MaxValue)).GetEnumerator();
        while (Next(bytes, headerBytes) is { } header && header.Length == headerBytes)
        {
            var (type, length, isContainer) = read(header);
            var body = isContainer ? [] : Next(bytes, (int)Math.Min(length, BodyBytes));
            yield return (type, body);
            for (var left = isContainer ? 0 : length - body.Length; left > 0 && bytes.MoveNext(); left--)
            {
            }
        }
    }

    private static byte[] Next(IEnumerator<byte> bytes, int count)
    {
        var taken = new List<byte>(count);
        while (taken.Count < count && bytes.MoveNext())
        {
            taken.Add(bytes.Current);
        }
        return [.. taken];
    }

    private static string Show(string path) => string.Concat(path[1..].Where(sign => !char.IsControl(sign)));
}
