using System.IO.Compression;
using System.Text;

namespace AgencyCMS.Modularity.Archives;

/// <summary>
/// Opens zip archives that come from outside, and unpacks their entries. An archive is held in memory entry by entry as soon as it is opened; so its end record is looked at first, then
/// the list of entries, and then whether what lies before it is what the list says.
/// </summary>
public static class GuardedZip
{
    private const int BlockBytes = 128 * 1024;

    /// <param name="content">Can be read from any place; stays open.</param>
    /// <param name="limits">What it may hold.</param>
    /// <param name="names">How names are written that do not say it; null for UTF-8.</param>
    /// <exception cref="ZipTooLargeException">It holds more.</exception>
    /// <exception cref="InvalidDataException">It is no archive, a damaged one, or one that another program might take for another.</exception>
    public static ZipArchive Open(Stream content, ZipLimits limits, Encoding? names = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        var directory = ZipDirectory.Find(content);
        if (directory.Entries > limits.MaxEntries || directory.End - directory.Offset > limits.MaxListBytes)
        {
            throw new ZipTooLargeException(hasTooManyEntries: true);
        }
        var entries = directory.Read(content, limits.MaxEntries);
        if (entries.Sum(entry => entry.Declared) > limits.MaxUnpackedBytes) // several may lie in the same place
        {
            throw new ZipTooLargeException(hasTooManyEntries: false);
        }
        ZipLayout.Check(content, entries, directory.Offset, names ?? Encoding.UTF8);
        content.Position = 0;
        return new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, names);
    }

    /// <summary>Unpacks an entry outside of memory.</summary>
    /// <returns>Can be read from any place, and stands at its beginning. The caller disposes of it.</returns>
    /// <exception cref="InvalidDataException">The entry is damaged, or has another length than the archive declares.</exception>
    public static Stream Unpack(ZipArchiveEntry entry)
    {
        var copy = TemporaryFile.Create();
        try
        {
            Unpack(entry, copy);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Unpacks an entry into an empty file.</summary>
    /// <exception cref="InvalidDataException">The entry is damaged, or has another length than the archive declares.</exception>
    public static void Unpack(ZipArchiveEntry entry, Stream target)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(target);
        var buffer = new byte[BlockBytes];
        var left = entry.Length;
        using var packed = entry.Open();
        int read;
        // Packed entries are cut where they are declared to end; those that lie as they are, are not.
        while ((read = packed.Read(buffer)) > 0 && (left -= read) >= 0)
        {
            target.Write(buffer, 0, read);
        }
        if (left != 0)
        {
            throw new InvalidDataException("An entry has another length than the archive says.");
        }
    }
}
