using System.Buffers.Binary;
using System.Text;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>
/// Reads the directory and the streams of a compound file, which is a file system in a file: folders and streams in chains of sectors. Small streams lie together in
/// one of their own, in chains of smaller sectors.
/// </summary>
/// <remarks>Source: [MS-CFB].</remarks>
internal sealed class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int HeaderSectors = 109;
    private const uint LastSector = 0xFFFFFFFA;
    private const int MaxEntries = 20_000;
    private const int SmallSectorBytes = 64;
    private const int SmallBytes = 4096;
    private const int MaxBytes = 512 * 1024 * 1024;

    private readonly Stream _content;
    private readonly int _sectorBytes;
    private readonly List<uint> _next = [];
    private readonly List<uint> _nextSmall = [];
    private readonly byte[] _small;

    /// <exception cref="InvalidDataException">It is no compound file, or a damaged one.</exception>
    public CompoundFile(Stream content)
    {
        _content = content;
        var header = Read(0, HeaderBytes);
        if (!header.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) || BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) is not (9 or 12))
        {
            throw new InvalidDataException("It is no compound file.");
        }
        _sectorBytes = 1 << BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        foreach (var sector in TableSectors(header))
        {
            AddTo(_next, ReadSector(sector));
        }
        AddTo(_nextSmall, Join(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(60)), MaxBytes));
        Entries = ReadEntries(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48)), out var root);
        _small = Entries.Any(entry => entry.Size is > 0 and < SmallBytes) ? Join(root.FirstSector, (int)Math.Min(root.Size, MaxBytes)) : [];
    }

    /// <summary>All streams and folders with their full paths.</summary>
    public IReadOnlyList<CompoundEntry> Entries { get; }

    /// <summary>The bytes of a stream.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or larger than a document may be.</exception>
    public byte[] Read(CompoundEntry entry)
    {
        if (entry.Size > MaxBytes)
        {
            throw new InvalidDataException("A stream is too large.");
        }
        if (entry.Size >= SmallBytes)
        {
            return Join(entry.FirstSector, (int)entry.Size);
        }
        var sectors = Chain(entry.FirstSector, _nextSmall).Select(sector => sector * SmallSectorBytes).TakeWhile(at => at < _small.Length);
        return [.. sectors.SelectMany(at => _small[(int)at..(int)Math.Min(at + SmallSectorBytes, _small.Length)]).Take((int)entry.Size)];
    }

    private byte[] Join(uint first, int length)
    {
        using var joined = new MemoryStream();
        foreach (var sector in Chain(first, _next))
        {
            if (joined.Length >= length)
            {
                break;
            }
            joined.Write(ReadSector(sector));
        }
        return joined.Length <= length ? joined.ToArray() : joined.ToArray()[..length];
    }

    private static void AddTo(List<uint> table, byte[] sector)
    {
        for (var i = 0; i + sizeof(uint) <= sector.Length; i += sizeof(uint))
        {
            table.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(i)));
        }
    }

    private List<CompoundEntry> ReadEntries(uint first, out CompoundEntry root)
    {
        root = new CompoundEntry("", LastSector, 0);
        var directory = Chain(first, _next).Take(MaxEntries * EntryBytes / _sectorBytes).SelectMany(ReadSector).ToArray();
        var found = new List<CompoundEntry>();
        var seen = new HashSet<uint>();
        var waiting = new Stack<(uint Place, string Folder)>();
        waiting.Push((0, ""));
        while (waiting.TryPop(out var next))
        {
            if (next.Place >= directory.Length / EntryBytes || !seen.Add(next.Place))
            {
                continue;
            }
            var entry = directory.AsSpan((int)next.Place * EntryBytes, EntryBytes);
            var name = Encoding.Unicode.GetString(entry[..Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62)]);
            var path = next.Place == 0 ? "" : next.Folder + "/" + name;
            var read = new CompoundEntry(path, BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
            if (next.Place > 0)
            {
                found.Add(read);
            }
            else
            {
                root = read;
            }
            waiting.Push((BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]), next.Folder));
            waiting.Push((BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]), next.Folder));
            waiting.Push((BinaryPrimitives.ReadUInt32LittleEndian(entry[76..]), path));
        }
        return found;
    }

    // The table of chains lies in sectors that the header names, and in further lists of such sectors.
    private IEnumerable<uint> TableSectors(byte[] header)
    {
        for (var i = 0; i < HeaderSectors; i++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + (i * sizeof(uint)))) is < LastSector and var sector)
            {
                yield return sector;
            }
        }
        var list = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(68));
        for (var most = _content.Length / _sectorBytes; list < LastSector && most > 0; most--)
        {
            var sectors = ReadSector(list);
            for (var i = 0; i < _sectorBytes - sizeof(uint); i += sizeof(uint))
            {
                if (BinaryPrimitives.ReadUInt32LittleEndian(sectors.AsSpan(i)) is < LastSector and var sector)
                {
                    yield return sector;
                }
            }
            list = BinaryPrimitives.ReadUInt32LittleEndian(sectors.AsSpan(_sectorBytes - sizeof(uint)));
        }
    }

    private static IEnumerable<uint> Chain(uint sector, List<uint> next)
    {
        for (var most = next.Count; sector < next.Count; sector = next[(int)sector])
        {
            yield return most-- > 0 ? sector : throw new InvalidDataException("A chain has no end.");
        }
    }

    private byte[] ReadSector(uint sector) => Read((sector + 1L) * _sectorBytes, _sectorBytes);

    // The last sector may be cut short.
    private byte[] Read(long position, int length)
    {
        var bytes = new byte[length];
        _content.Position = Math.Min(position, _content.Length);
        return _content.ReadAtLeast(bytes, length, throwOnEndOfStream: false) > 0 ? bytes : throw new InvalidDataException("A sector is missing.");
    }
}

/// <summary>A stream or folder.</summary>
/// <param name="Path">With a slash before each name.</param>
/// <param name="FirstSector">Of its content.</param>
/// <param name="Size">In bytes.</param>
internal sealed record CompoundEntry(string Path, uint FirstSector, uint Size);
