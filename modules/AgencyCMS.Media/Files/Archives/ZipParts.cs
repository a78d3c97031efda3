using System.IO.Compression;
using AgencyCMS.Modularity.Archives;
using AgencyCMS.Modularity.Texts;

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
        if (!Signatures.StartsWith(content, "PK\u0003\u0004"u8))
        {
            return ContentFault.Other;
        }
        try
        {
            using var archive = GuardedZip.Open(content, Limits, names);
            var entries = archive.Entries.Where(entry => !entry.FullName.EndsWith('/') || entry.Length > 0).ToList();
            // Of two with one name, another program may take the other one.
            return entries.GroupBy(Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { Key: var twice } ? ContentFault.Entry(StorableText.Show(twice)) : judge(entries);
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

    /// <summary>Where an entry lies, from the root of its archive.</summary>
    public static string Path(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/').TrimStart('/');

    /// <summary>True when a part begins as a text in XML does, whatever it is called.</summary>
    public static bool IsXml(ZipArchiveEntry entry) => Head(entry).FirstOrDefault(one => one is not (0 or 0x09 or 0x0A or 0x0D or 0x20 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF)) == '<';

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
}
