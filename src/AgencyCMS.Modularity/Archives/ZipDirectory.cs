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
    private const int MaxCommentBytes = ushort.MaxValue;

    /// <exception cref="InvalidDataException">There is no end record, or one that programs may read in two ways.</exception>
    public static ZipDirectory Find(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, EndBytes + MaxCommentBytes)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var place = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        // Behind the remark that ends it, nothing is the archive's.
        if (place < 0 || tail.Length - place < EndBytes || BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(place + 20)) != tail.Length - place - EndBytes)
        {
            throw new InvalidDataException("It is no zip archive.");
        }
        var end = tail.AsSpan(place);
        var at = content.Length - tail.Length + place;
        var (entries, offset) = (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        // A large end record is looked at by some programs only where the small one says so: both must say the same.
        return FindLarge(content, at) is not { } large ? Checked(new(offset, at, entries))
            : (entries == ushort.MaxValue || entries == large.Entries) && (offset == uint.MaxValue || offset == large.Offset) ? Checked(large)
            : throw new InvalidDataException("The end of the archive is damaged.");
    }

    /// <summary>Reads the list, entry by entry, to its end.</summary>
    /// <exception cref="ZipTooLargeException">There are more entries than that, whatever the end record says.</exception>
    /// <exception cref="InvalidDataException">Something else stands in it.</exception>
    public IReadOnlyList<ZipListing> Read(Stream content, int maxEntries)
    {
        var bytes = new byte[(int)(End - Offset)];
        content.Position = Offset;
        content.ReadExactly(bytes);
        var listings = new List<ZipListing>();
        for (ReadOnlyMemory<byte> left = bytes; left.Length > 0; left = left[listings[^1].ListBytes..])
        {
            if (listings.Count == maxEntries)
            {
                throw new ZipTooLargeException(hasTooManyEntries: true);
            }
            listings.Add(ZipListing.Read(left));
        }
        return listings;
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
        // It says its own length without the first twelve bytes, and ends where its locator begins.
        return at >= 0 && at <= endAt - LocatorBytes - LargeEndBytes && Read(content, at, end) && end.AsSpan().StartsWith("PK\u0006\u0006"u8)
            && BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(4)) == endAt - LocatorBytes - at - 12
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
