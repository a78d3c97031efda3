using System.Buffers.Binary;
using System.Text;

namespace AgencyCMS.Media.Tests.Files;

/// <summary>Writes small compound files: a header, a table of chains, and a directory, each stream of one sector-aligned piece.</summary>
internal static class CompoundSample
{
    private const int Sector = 512;
    private const int SmallBytes = 4096;

    /// <param name="names">Streams; a name that ends with a slash is a folder, and those behind it that begin with one lie in it.</param>
    public static byte[] Write(params string[] names) => Write([.. names.Select(name => (name, Array.Empty<byte>()))]);

    public static byte[] Write(params (string Name, byte[] Content)[] streams)
    {
        var directorySectors = (streams.Length + 4) / 4;
        var contents = streams.Select(stream => stream.Content.Length == 0 ? [] : Pad(stream.Content, SmallBytes)).ToList();
        var table = new List<uint> { 0xFFFFFFFD };
        AddChain(table, directorySectors);
        var starts = new List<uint>();
        foreach (var content in contents)
        {
            starts.Add(content.Length == 0 ? 0xFFFFFFFE : (uint)table.Count);
            AddChain(table, content.Length / Sector);
        }
        var header = new byte[Sector];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(header, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(48), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(68), 0xFFFFFFFE);
        header.AsSpan(76).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(76), 0);
        var directory = new byte[directorySectors * Sector];
        Entry(directory, 0, "Root Entry", 0xFFFFFFFF, streams.Length > 0 ? 1u : 0xFFFFFFFF, 0xFFFFFFFE, 0);
        var folder = 0;
        for (var i = 0; i < streams.Length; i++)
        {
            var isInside = streams[i].Name.StartsWith('/');
            var next = i + 1 < streams.Length ? streams[i + 1].Name : null;
            folder = streams[i].Name.EndsWith('/') ? i : folder;
            // The neighbours of a folder stand before it in the list, so that a chain of right-hand neighbours is enough.
            var right = next is not null && next.StartsWith('/') == isInside ? (uint)i + 2 : 0xFFFFFFFF;
            var child = streams[i].Name.EndsWith('/') && next?.StartsWith('/') == true ? (uint)i + 2 : 0xFFFFFFFF;
            Entry(directory, i + 1, streams[i].Name.Trim('/'), right, child, starts[i], (uint)contents[i].Length);
        }
        return [.. header, .. TableBytes(table), .. directory, .. contents.SelectMany(content => content)];
    }

    /// <summary>A file with one stream that is so small that it lies in the stream of small ones.</summary>
    public static byte[] WriteSmall(string name, byte[] content)
    {
        const int SmallSector = 64;
        var sectors = (content.Length + SmallSector - 1) / SmallSector;
        // In the places of the two larger streams lie the chains of small sectors, and these.
        var small = new List<uint>();
        AddChain(small, sectors);
        var file = Write(("chains", TableBytes(small)), ("small", content), (name, []));
        var directory = file.AsSpan(Sector * 2);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(60), BinaryPrimitives.ReadUInt32LittleEndian(directory[(128 + 116)..]));
        BinaryPrimitives.WriteUInt32LittleEndian(directory[116..], BinaryPrimitives.ReadUInt32LittleEndian(directory[(256 + 116)..]));
        BinaryPrimitives.WriteUInt32LittleEndian(directory[120..], SmallBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(directory[76..], 3);
        BinaryPrimitives.WriteUInt32LittleEndian(directory[((3 * 128) + 116)..], 0);
        BinaryPrimitives.WriteUInt32LittleEndian(directory[((3 * 128) + 120)..], (uint)content.Length);
        return file;
    }

    private static void Entry(byte[] directory, int place, string name, uint right, uint child, uint start, uint size)
    {
        var entry = directory.AsSpan(place * 128, 128);
        var length = Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)(length + 2));
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], 0xFFFFFFFF);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], right);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], size);
    }

    private static void AddChain(List<uint> table, int sectors)
    {
        for (var i = 1; i <= sectors; i++)
        {
            table.Add(i < sectors ? (uint)table.Count + 1 : 0xFFFFFFFE);
        }
    }

    private static byte[] TableBytes(List<uint> table)
    {
        var bytes = new byte[Sector];
        bytes.AsSpan().Fill(0xFF);
        for (var i = 0; i < table.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), table[i]);
        }
        return bytes;
    }

    private static byte[] Pad(byte[] content, int least) => [.. content, .. new byte[Math.Max(least, (content.Length + Sector - 1) / Sector * Sector) - content.Length]];
}
