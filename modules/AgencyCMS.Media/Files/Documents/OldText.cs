using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>
/// The text of an older Word document, in which fields may start other programs. It lies in pieces, whose order a list in another stream says; what stands in one
/// piece is looked for without the list, too.
/// </summary>
/// <remarks>Source: [MS-DOC] 2.4.1, 2.5.1 and 2.9.38.</remarks>
internal static partial class OldText
{
    private const ushort Signature = 0xA5EC;
    private const int FlagsAt = 0x0A;
    private const int Locked = 0x0100;
    private const int OtherTable = 0x0200;
    private const int PiecesAt = 0x01A2;
    private const int PieceBytes = 8;
    private const int CharacterFormats = 1;
    private const int Pieces = 2;

    /// <param name="text">The main stream.</param>
    /// <param name="table">Name of another stream → its bytes, none when it is not there.</param>
    public static ContentFault? Check(byte[] text, Func<string, byte[]> table)
    {
        if (text.Length > PiecesAt + PieceBytes && BinaryPrimitives.ReadUInt16LittleEndian(text) == Signature)
        {
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(text.AsSpan(FlagsAt));
            if ((flags & Locked) != 0)
            {
                return ContentFault.Protected;
            }
            var fields = new FieldCodes();
            Read(text, table((flags & OtherTable) != 0 ? "1Table" : "0Table"), fields);
            if (fields.Finish() is { } harm)
            {
                return ContentFault.Program(harm);
            }
        }
        return Exchange().Match(Encoding.Latin1.GetString(text)) is { Success: true } found ? ContentFault.Program(found.Groups[1].Value.Replace("\0", "", StringComparison.Ordinal).ToUpperInvariant()) : null;
    }

    private static void Read(byte[] text, byte[] table, FieldCodes fields)
    {
        var list = Find(table, BinaryPrimitives.ReadUInt32LittleEndian(text.AsSpan(PiecesAt)), BinaryPrimitives.ReadUInt32LittleEndian(text.AsSpan(PiecesAt + sizeof(uint))));
        var count = Math.Max(0, (list.Length - sizeof(uint)) / (sizeof(uint) + PieceBytes));
        long room = text.Length; // pieces do not share their bytes
        for (var i = 0; i < count && room > 0; i++)
        {
            var length = (long)BinaryPrimitives.ReadUInt32LittleEndian(list[((i + 1) * sizeof(uint))..]) - BinaryPrimitives.ReadUInt32LittleEndian(list[(i * sizeof(uint))..]);
            var place = BinaryPrimitives.ReadUInt32LittleEndian(list[(((count + 1) * sizeof(uint)) + (i * PieceBytes) + 2)..]);
            // One byte for each sign, or two.
            var isSmall = (place & 0x4000_0000) != 0;
            var start = (place & 0x3FFF_FFFF) / (isSmall ? 2 : 1);
            var bytes = length * (isSmall ? 1 : 2);
            if (length > 0 && start + bytes <= text.Length)
            {
                fields.Add((isSmall ? Encoding.Latin1 : Encoding.Unicode).GetString(text, (int)start, (int)bytes));
            }
            room -= bytes;
        }
    }

    // Before the list of pieces stand formats that it refers to.
    private static ReadOnlySpan<byte> Find(byte[] table, uint offset, uint length)
    {
        var left = offset <= table.Length ? table.AsSpan((int)offset, (int)Math.Min(length, table.Length - offset)) : [];
        while (left.Length > 3 && left[0] == CharacterFormats)
        {
            left = left[Math.Min(left.Length, 3 + BinaryPrimitives.ReadUInt16LittleEndian(left[1..]))..];
        }
        return left.Length > 5 && left[0] == Pieces ? left.Slice(5, (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(left[1..]), left.Length - 5)) : [];
    }

    // Each sign has one byte or two, of which the second is zero.
    [GeneratedRegex("\u0013[ \\t\\r\\n\"'\\0]{0,200}(D\\0?D\\0?E(?:\\0?A\\0?U\\0?T\\0?O)?)(?!\\0?[A-Za-z0-9_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exchange();
}
