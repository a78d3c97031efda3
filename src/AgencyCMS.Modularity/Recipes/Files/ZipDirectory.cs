using System.Buffers.Binary;

namespace AgencyCMS.Modularity.Recipes.Files;

/// <summary>
/// What the end of a zip file says about its list of entries. Reading the list itself takes memory for each entry, so it is looked here first whether it may be
/// read at all.
/// </summary>
/// <param name="Entries">How many entries there are to be.</param>
/// <param name="Bytes">From the beginning of the list to the end record: reading the list never goes further.</param>
/// <remarks>Source: PKWARE's APPNOTE.TXT, 4.3.16.</remarks>
internal readonly record struct ZipDirectory(int Entries, long Bytes)
{
    private const int RecordBytes = 22;
    private const int MaxCommentBytes = ushort.MaxValue;
    private const uint Signature = 0x06054b50;

    /// <param name="zip">Can be read from any place.</param>
    /// <returns>Null when there is no end record, or one of the 64-bit form, which no package of a permitted size needs.</returns>
    public static ZipDirectory? Find(Stream zip)
    {
        var tail = new byte[Math.Min(zip.Length, RecordBytes + MaxCommentBytes)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        for (var place = tail.Length - RecordBytes; place >= 0; place--)
        {
            var record = tail.AsSpan(place);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) == Signature)
            {
                return Read(record, zip.Length - tail.Length + place);
            }
        }
        return null;
    }

    private static ZipDirectory? Read(ReadOnlySpan<byte> record, long position)
    {
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var begin = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        return entries == ushort.MaxValue || begin == uint.MaxValue || begin > position ? null : new ZipDirectory(entries, position - begin);
    }
}
