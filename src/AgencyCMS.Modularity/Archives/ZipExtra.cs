using System.Buffers.Binary;
using System.Text;

namespace AgencyCMS.Modularity.Archives;

/// <summary>Further fields of an entry's header.</summary>
internal static class ZipExtra
{
    private const int LargeSizes = 0x0001;
    private const int UnicodePath = 0x7075;
    private const int UnicodePathHead = 5; // its version, and a sum of the name it stands for

    /// <returns>Numbers for which the header has no room.</returns>
    public static IEnumerable<long> LargeNumbers(ReadOnlyMemory<byte> extra)
    {
        var numbers = Fields(extra).FirstOrDefault(field => field.Id == LargeSizes).Data;
        for (var at = 0; at + sizeof(long) <= numbers.Length; at += sizeof(long))
        {
            yield return BinaryPrimitives.ReadInt64LittleEndian(numbers.Span[at..]);
        }
    }

    /// <summary>True when a field gives the entry another name than its header, which many programs would then take.</summary>
    public static bool Renames(ReadOnlyMemory<byte> extra, ReadOnlyMemory<byte> name, Encoding encoding) =>
        Fields(extra).Any(field => field.Id == UnicodePath && (field.Data.Length < UnicodePathHead || !IsName(field.Data.Span[UnicodePathHead..], name.Span, encoding)));

    private static bool IsName(ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> name, Encoding encoding) =>
        utf8.SequenceEqual(name) || encoding.GetString(name) == Encoding.UTF8.GetString(utf8);

    private static IEnumerable<(int Id, ReadOnlyMemory<byte> Data)> Fields(ReadOnlyMemory<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var (id, length) = (BinaryPrimitives.ReadUInt16LittleEndian(extra.Span), BinaryPrimitives.ReadUInt16LittleEndian(extra.Span[2..]));
            extra = extra[4..];
            // What is cut off is padding.
            if (length > extra.Length)
            {
                yield break;
            }
            yield return (id, extra[..length]);
            extra = extra[length..];
        }
    }
}
