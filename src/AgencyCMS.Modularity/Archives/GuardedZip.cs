using System.IO.Compression;
using System.Text;

namespace AgencyCMS.Modularity.Archives;

/// <summary>
/// Opens zip archives that come from outside. An archive is held in memory entry by entry as soon as it is opened; so its end record is looked at first, and then
/// the list of entries is walked through without keeping it.
/// </summary>
public static class GuardedZip
{
    /// <param name="content">Can be read from any place; stays open.</param>
    /// <param name="limits">What it may hold.</param>
    /// <param name="names">How names are written that do not say it; null for UTF-8.</param>
    /// <exception cref="ZipTooLargeException">It holds more.</exception>
    /// <exception cref="InvalidDataException">It is no archive, or a damaged one.</exception>
    public static ZipArchive Open(Stream content, ZipLimits limits, Encoding? names = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        var directory = ZipDirectory.Find(content);
        if (directory.Entries > limits.MaxEntries || directory.Measure(content, limits.MaxEntries) > limits.MaxUnpackedBytes)
        {
            throw new ZipTooLargeException();
        }
        content.Position = 0;
        return new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, names);
    }
}
