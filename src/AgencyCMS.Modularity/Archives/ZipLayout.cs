using System.Buffers.Binary;
using System.Text;

namespace AgencyCMS.Modularity.Archives;

/// <summary>
/// What lies before the list of a zip archive. Programs read it in two ways, by the list and from the beginning on: so each entry must be called in its own header
/// as in the list, and the entries must follow each other without a byte that is none's.
/// </summary>
internal static class ZipLayout
{
    private const int HeaderBytes = 30;
    private const int FollowedBySizes = 0x0008;
    private const int MaxSizesBytes = 24; // with a signature, and for large entries; no header has room there

    /// <exception cref="InvalidDataException">Programs may take the archive for different ones.</exception>
    public static void Check(Stream content, IReadOnlyList<ZipListing> entries, long listOffset, Encoding names)
    {
        var (at, slack) = (0L, 0);
        foreach (var entry in entries.OrderBy(entry => entry.Offset))
        {
            Expect(entry.Offset >= at && entry.Offset - at <= slack);
            (at, slack) = Check(content, entry, listOffset, entry.IsUtf8 ? Encoding.UTF8 : names);
        }
        Expect(listOffset >= at && listOffset - at <= slack);
    }

    private static (long End, int Slack) Check(Stream content, ZipListing entry, long listOffset, Encoding names)
    {
        Expect(entry.Packed >= 0 && entry.Offset <= listOffset - HeaderBytes);
        var header = new byte[HeaderBytes];
        content.Position = entry.Offset;
        content.ReadExactly(header);
        var (flags, method, packed) = (Short(header, 6), Short(header, 8), BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(18)));
        var (name, extra) = (new byte[Short(header, 26)], new byte[Short(header, 28)]);
        var start = entry.Offset + HeaderBytes + name.Length + extra.Length;
        Expect(header.AsSpan().StartsWith("PK\u0003\u0004"u8) && start <= listOffset && entry.Packed <= listOffset - start);
        content.ReadExactly(name);
        content.ReadExactly(extra);
        Expect(entry.Name.Span.SequenceEqual(name) && entry.Method == method && !ZipExtra.Renames(entry.Extra, name, names) && !ZipExtra.Renames(extra, name, names));
        // Who writes without looking back says the sizes behind the entry.
        var isFollowed = (flags & FollowedBySizes) != 0;
        Expect(packed == entry.Packed || packed == uint.MaxValue || (isFollowed && packed == 0));
        return (start + entry.Packed, isFollowed ? MaxSizesBytes : 0);
    }

    private static ushort Short(byte[] header, int at) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));

    private static void Expect(bool isSo)
    {
        if (!isSo)
        {
            throw new InvalidDataException("Programs may take the archive for different ones.");
        }
    }
}
