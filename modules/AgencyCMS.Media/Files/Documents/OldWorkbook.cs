using System.Buffers.Binary;
using System.Text;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>The one stream of an older Excel document: records, one behind the other. Sheets of macros and links to other programs are among them.</summary>
/// <remarks>Source: [MS-XLS]; for the format before it, "Microsoft Excel Developer's Kit", 1995.</remarks>
internal static class OldWorkbook
{
    private const int HeaderBytes = 4;
    private const int Beginning = 0x809;
    private const int Sheet = 0x85;
    private const int Locked = 0x2F;
    private const int ExternalSheet = 0x17;
    private const int ExternalName = 0x23;
    private const int ExternalBook = 0x1AE;

    public static ContentFault? Check(byte[] stream)
    {
        var isNew = true;
        for (var at = 0; at + HeaderBytes <= stream.Length;)
        {
            var (type, length) = (BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at)), BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at + 2)));
            var body = stream.AsSpan(at + HeaderBytes, Math.Min(length, stream.Length - at - HeaderBytes));
            if (type == Beginning && body.Length >= 2)
            {
                isNew = BinaryPrimitives.ReadUInt16LittleEndian(body) >= 0x600;
            }
            // In a locked document nobody can say what these hold.
            if (type == Locked)
            {
                return ContentFault.Protected;
            }
            if (Judge(type, body, isNew) is { } harm)
            {
                return ContentFault.Program(harm);
            }
            at += HeaderBytes + length;
        }
        return null;
    }

    private static string? Judge(int type, ReadOnlySpan<byte> body, bool isNew) => type switch
    {
        // A sheet of macros, or a module: as the list of sheets has it, and as the sheet says of itself.
        Sheet when body.Length > 5 && body[5] is 1 or 6 => "Excel 4.0",
        Beginning when body.Length > 3 && BinaryPrimitives.ReadUInt16LittleEndian(body[2..]) is 0x06 or 0x40 => "Excel 4.0",
        ExternalBook when body.Length > 4 && LinksProgram(NewName(body)) => "DDE",
        ExternalSheet when !isNew && body.Length > 1 && LinksProgram(Encoding.Latin1.GetString(body[1..])) => "DDE",
        // What the link asks for, and that it asks by itself.
        ExternalName when body.Length > 1 && (body[0] & 0b0001_1110) != 0 => "DDE",
        _ => null,
    };

    // Behind the number of sheets and the length; one byte or two for each sign.
    private static string NewName(ReadOnlySpan<byte> body) => BinaryPrimitives.ReadUInt16LittleEndian(body[2..]) is 0x0401 or 0x3A01 ? ""
        : (body[4] & 1) == 0 ? Encoding.Latin1.GetString(body[5..]) : Encoding.Unicode.GetString(body[5..]);

    // The names of programs are followed by this sign; in paths, which begin with another, it stands for a folder.
    private static bool LinksProgram(string name) => name.Length > 0 && name[0] > '\u0003' && name.Contains('\u0003', StringComparison.Ordinal);
}
