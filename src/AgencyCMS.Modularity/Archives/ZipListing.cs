using System.Buffers.Binary;

namespace AgencyCMS.Modularity.Archives;

/// <summary>What the list of a zip archive says of one entry.</summary>
/// <param name="ListBytes">That it takes in the list.</param>
/// <param name="Method">How it is packed.</param>
/// <param name="IsUtf8">True when its name says that it is written so.</param>
/// <param name="Declared">Bytes that it declares to be when unpacked, or takes as it lies. Larger entries say their size elsewhere; four gigabytes are too many in any case.</param>
/// <param name="Packed">Bytes of its content in the archive.</param>
/// <param name="Offset">Of its own header.</param>
internal sealed record ZipListing(int ListBytes, ushort Method, bool IsUtf8, long Declared, long Packed, long Offset, ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Extra)
{
    private const int HeaderBytes = 46;
    private const int Utf8 = 0x0800;

    /// <param name="list">From the entry on.</param>
    /// <exception cref="InvalidDataException">No entry begins there, or it does not end in the list.</exception>
    public static ZipListing Read(ReadOnlyMemory<byte> list)
    {
        var header = list.Span;
        if (header.Length < HeaderBytes || !header.StartsWith("PK\u0001\u0002"u8))
        {
            throw new InvalidDataException("The list of the archive is damaged.");
        }
        var (name, extra, remark) = (Short(header, 28), Short(header, 30), Short(header, 32));
        var bytes = HeaderBytes + name + extra + remark;
        if (bytes > header.Length)
        {
            throw new InvalidDataException("The list of the archive is damaged.");
        }
        var (packed, unpacked, offset) = (Long(header, 20), Long(header, 24), Long(header, 42));
        var fields = list.Slice(HeaderBytes + name, extra);
        // Numbers that have no room stand in a field, in this order.
        var large = new Queue<long>(ZipExtra.LargeNumbers(fields));
        _ = Resolve(unpacked, large);
        return new(bytes, Short(header, 10), (Short(header, 8) & Utf8) != 0, Math.Max(packed, unpacked), Resolve(packed, large), Resolve(offset, large), list.Slice(HeaderBytes, name), fields);
    }

    private static long Resolve(uint said, Queue<long> large) => said == uint.MaxValue && large.TryDequeue(out var number) ? number : said;

    private static ushort Short(ReadOnlySpan<byte> header, int at) => BinaryPrimitives.ReadUInt16LittleEndian(header[at..]);

    private static uint Long(ReadOnlySpan<byte> header, int at) => BinaryPrimitives.ReadUInt32LittleEndian(header[at..]);
}
