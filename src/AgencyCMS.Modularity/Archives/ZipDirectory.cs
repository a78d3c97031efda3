using System.Buffers.Binary;

namespace AgencyCMS.Modularity.Archives;

/// <summary>Where the list of entries of a zip archive lies.</summary>
/// <param name="Offset">From the beginning of the file.</param>
/// <param name="End">Behind it.</param>
/// <param name="Entries">As the end record says.</param>
internal readonly record struct ZipDirectory(long Offset, long End, long Entries)
{
    private const int EndBytes = 22;
    private const int LocatorBytes = 20;
    private const int LargeEndBytes = 56;
    private const int HeaderBytes = 46;
    private const int MaxCommentBytes = ushort.MaxValue;

    /// <exception cref="InvalidDataException">There is no end record.</exception>
    public static ZipDirectory Find(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, EndBytes + MaxCommentBytes)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var place = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (place < 0 || tail.Length - place < EndBytes)
        {
            throw new InvalidDataException("It is no zip archive.");
        }
        var end = tail.AsSpan(place);
        var at = content.Length - tail.Length + place;
        var (entries, offset) = (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        return Checked(entries == ushort.MaxValue || offset == uint.MaxValue ? FindLarge(content, at) ?? new(offset, at, entries) : new(offset, at, entries));
    }

    /// <summary>Walks through the list.</summary>
    /// <returns>What the entries declare to be when unpacked, or take as they lie: several may lie in the same place.</returns>
    /// <exception cref="ZipTooLargeException">There are more entries than that, whatever the end record says.</exception>
    public long Measure(Stream content, int maxEntries)
    {
        var header = new byte[HeaderBytes];
        var (count, sum) = (0, 0L);
        content.Position = Offset;
        var list = new BufferedStream(content, 64 * 1024); // not disposed of, since the content stays open
        while (list.Position + HeaderBytes <= End)
        {
            list.ReadExactly(header);
            if (!header.AsSpan().StartsWith("PK\u0001\u0002"u8))
            {
                break;
            }
            if (++count > maxEntries)
            {
                throw new ZipTooLargeException(hasTooManyEntries: true);
            }
            // Larger entries say their size elsewhere; four gigabytes are too many in any case.
            sum += Math.Max(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(20)), BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(24)));
            list.Position += BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32));
        }
        return sum;
    }

    private static ZipDirectory? FindLarge(Stream content, long endAt)
    {
        var locator = new byte[LocatorBytes];
        if (endAt < LocatorBytes || !Read(content, endAt - LocatorBytes, locator) || !locator.AsSpan().StartsWith("PK\u0006\u0007"u8))
        {
            return null;
        }
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8));
        var end = new byte[LargeEndBytes];
        return at >= 0 && Read(content, at, end) && end.AsSpan().StartsWith("PK\u0006\u0006"u8)
            ? new(BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(48)), at, BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(32)))
            : throw new InvalidDataException("The end of the archive is damaged.");
    }

    private static bool Read(Stream content, long at, byte[] target)
    {
        content.Position = at;
        return content.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) == target.Length;
    }

    private static ZipDirectory Checked(ZipDirectory found) =>
        found.Offset < 0 || found.Offset > found.End || found.Entries < 0 ? throw new InvalidDataException("The end of the archive is damaged.") : found;
}
