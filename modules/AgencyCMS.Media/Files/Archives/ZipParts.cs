using System.IO.Compression;
using AgencyCMS.Modularity.Archives;

namespace AgencyCMS.Media.Files.Archives;

/// <summary>Looks through files that are zip archives inside: documents and archives of files.</summary>
internal static class ZipParts
{
    private const int HeadBytes = 16;
    private static readonly ZipLimits Limits = new(MaxEntries: 20_000, MaxUnpackedBytes: 1024L * 1024 * 1024);

    /// <param name="content">Can be read from any place.</param>
    /// <param name="names">How names are written that do not say it; null for UTF-8.</param>
    /// <param name="judge">Looks at the files in the archive; folders are left out.</param>
    public static ContentFault? Look(Stream content, System.Text.Encoding? names, Func<IReadOnlyList<ZipArchiveEntry>, ContentFault?> judge)
    {
        // What stands before or behind an archive would be another file for another program.
        if (!Signatures.StartsWith(content, "PK\u0003\u0004"u8) || !EndsWithItsEnd(content))
        {
            return ContentFault.Other;
        }
        try
        {
            using var archive = GuardedZip.Open(content, Limits, names);
            var entries = archive.Entries.Where(entry => !entry.FullName.EndsWith('/') || entry.Length > 0).ToList();
            return judge(entries);
        }
        catch (ZipTooLargeException)
        {
            return ContentFault.TooMuch;
        }
        catch (Exception exception) when (exception is InvalidDataException or System.Xml.XmlException)
        {
            return ContentFault.Other;
        }
    }

    /// <summary>True when a part begins as a program does, whatever it is called.</summary>
    public static bool IsProgram(ZipArchiveEntry entry) => Signatures.IsProgram(Head(entry));

    /// <summary>True when a part begins as an archive does, and so as newer documents do.</summary>
    public static bool IsArchive(ZipArchiveEntry entry) => Head(entry).AsSpan().StartsWith("PK\u0003\u0004"u8);

    private static byte[] Head(ZipArchiveEntry entry)
    {
        var head = new byte[HeadBytes];
        using var part = entry.Open();
        return head[..part.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
    }

    private static bool EndsWithItsEnd(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, 22 + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return end >= 0 && tail.Length - end >= 22 && System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 20)) == tail.Length - end - 22;
    }
}
