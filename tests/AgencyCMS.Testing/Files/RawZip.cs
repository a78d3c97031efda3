using System.Buffers.Binary;
using System.Text;

namespace AgencyCMS.Testing.Files;

/// <summary>One entry of an archive, written byte by byte: what its own header says may differ from what the list says.</summary>
/// <param name="Name">In the list.</param>
public sealed record RawEntry(string Name, string Content)
{
    /// <summary>In its own header, when it is another.</summary>
    public string? OwnName { get; init; }

    /// <summary>Further fields of the list.</summary>
    public byte[] Extra { get; init; } = [];

    /// <summary>Further fields of its own header.</summary>
    public byte[] OwnExtra { get; init; } = [];

    /// <summary>Bytes behind its content.</summary>
    public byte[] Behind { get; init; } = [];

    /// <summary>True when its own header leaves its sizes to what stands behind it.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>Its size in its own header, when it is another.</summary>
    public uint? OwnSize { get; init; }
}

/// <summary>Archives that no library writes.</summary>
public static class RawZip
{
    /// <summary>The field that gives a name in Unicode.</summary>
    public static byte[] UnicodePath(string name, string unicode) => Field(0x7075, [1, .. Sum(Encoding.UTF8.GetBytes(name)), .. Encoding.UTF8.GetBytes(unicode)]);

    public static byte[] Field(ushort id, byte[] data) => [.. Short(id), .. Short((ushort)data.Length), .. data];

    /// <summary>What stands behind an entry that was written without looking back.</summary>
    public static byte[] Sizes(string content) => [.. "PK\u0007\u0008"u8, .. Sum(Encoding.UTF8.GetBytes(content)), .. Long((uint)Encoding.UTF8.GetByteCount(content)), .. Long((uint)Encoding.UTF8.GetByteCount(content))];

    public static byte[] Write(params RawEntry[] entries) => Write("", [], entries);

    /// <param name="remark">Of the archive.</param>
    /// <param name="before">Bytes before the first entry.</param>
    /// <param name="entries">In the order in which they lie.</param>
    public static byte[] Write(string remark, byte[] before, params RawEntry[] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var (file, list) = (new List<byte>(before), new List<byte>());
        foreach (var entry in entries)
        {
            var (name, own, content) = (Encoding.UTF8.GetBytes(entry.Name), Encoding.UTF8.GetBytes(entry.OwnName ?? entry.Name), Encoding.UTF8.GetBytes(entry.Content));
            var (crc, size, flags) = (Sum(content), (uint)content.Length, (ushort)(0x0800 | (entry.IsFollowed ? 8 : 0)));
            byte[] kind = [.. Short(20), .. Short(flags), .. Short(0), 0, 0, 0x21, 0x58, .. crc];
            list.AddRange([.. "PK\u0001\u0002"u8, .. Short(20), .. kind, .. Long(size), .. Long(size), .. Short((ushort)name.Length), .. Short((ushort)entry.Extra.Length), .. new byte[10], .. Long((uint)file.Count), .. name, .. entry.Extra]);
            var said = entry.OwnSize ?? (entry.IsFollowed ? 0 : size);
            file.AddRange([.. "PK\u0003\u0004"u8, .. kind, .. Long(said), .. Long(said), .. Short((ushort)own.Length), .. Short((ushort)entry.OwnExtra.Length), .. own, .. entry.OwnExtra, .. content, .. entry.Behind]);
        }
        var text = Encoding.UTF8.GetBytes(remark);
        return [.. file, .. list, .. "PK\u0005\u0006"u8, 0, 0, 0, 0, .. Short((ushort)entries.Length), .. Short((ushort)entries.Length), .. Long((uint)list.Count), .. Long((uint)file.Count), .. Short((ushort)text.Length), .. text];
    }

    private static byte[] Sum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
            }
        }
        return Long(~sum);
    }

    private static byte[] Short(ushort number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, number);
        return bytes;
    }

    private static byte[] Long(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }
}
