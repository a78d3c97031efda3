using System.IO.Compression;
using System.Text;
using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Modularity.Archives;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Import.Uploading;

/// <summary>Unpacks a zip file that holds a table and the files it names.</summary>
internal static class ImportArchive
{
    private const int MaxEntries = 20_000;
    private const int MaxNameBytes = 255; // of file systems
    private const int MaxPathCharacters = 1000;
    private const int MaxFolders = 32;
    private const int ShownCharacters = 60;
    private const long Megabyte = 1024 * 1024;

    /// <param name="name">Of the archive, for messages.</param>
    /// <param name="content">Can be read from any place.</param>
    /// <param name="target">Full path of an empty folder.</param>
    /// <param name="maxMegabytes">Most that is unpacked.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <returns>Path of the table in the folder.</returns>
    public static Outcome<string> Unpack(string name, Stream content, string target, int maxMegabytes, CancellationToken cancellationToken)
    {
        try
        {
            // Windows in China names entries in its own encoding; those in UTF-8 say so.
            using var archive = GuardedZip.Open(content, new ZipLimits(MaxEntries, maxMegabytes * Megabyte), TextEncodings.Chinese);
            var files = archive.Entries.Select(entry => (Entry: entry, Path: entry.FullName.Replace('\\', '/'))).Where(file => !IsLeftOut(file.Path)).ToList();
            if (files.FirstOrDefault(file => file.Path.Length > MaxPathCharacters || file.Path.Count(sign => sign == '/') > MaxFolders) is { Path: { } tooLong })
            {
                return ImportProblems.ArchivePathTooLong(name, Characters.Shorten(StorableText.Show(tooLong), ShownCharacters));
            }
            if (files.FirstOrDefault(file => !IsPlain(file.Path) || !IsInside(target, file.Path)) is { Path: { } outside })
            {
                return ImportProblems.ArchiveLeaves(name, StorableText.Show(outside));
            }
            if (FindClash([.. files.Select(file => file.Path)]) is { } clash)
            {
                return ImportProblems.ArchiveClashes(name, clash);
            }
            if (FindTable([.. files.Select(file => file.Path)]) is not { } table)
            {
                return ImportProblems.ArchiveWithoutTable(name);
            }
            foreach (var (entry, path) in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Unpack(entry, Path.Combine(target, path));
            }
            return table;
        }
        catch (ZipTooLargeException)
        {
            return ImportProblems.UnpackedTooLarge(name, maxMegabytes);
        }
        catch (InvalidDataException)
        {
            return ImportProblems.ContentDoesNotFit(name);
        }
    }

    private static void Unpack(ZipArchiveEntry entry, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // inside the target
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        GuardedZip.Unpack(entry, file);
    }

    private static string? FindTable(IReadOnlyList<string> paths)
    {
        var tables = paths.Where(ImportFile.CanRead).GroupBy(path => path.Count(sign => sign == '/')).MinBy(group => group.Key)?.ToList();
        return tables is [var table] ? table : null;
    }

    private static bool IsLeftOut(string path) => path.EndsWith('/') || path.StartsWith("__MACOSX/", StringComparison.Ordinal) || path.Split('/')[^1].StartsWith('.');

    private static bool IsPlain(string path) => StorableText.IsStorable(path) && path.Split('/').All(step => step.Length > 0 && Encoding.UTF8.GetByteCount(step) <= MaxNameBytes);

    // The same name twice, or a file where another has its folder.
    private static string? FindClash(IReadOnlyList<string> paths)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (paths.FirstOrDefault(path => !seen.Add(path)) is { } twice)
        {
            return twice;
        }
        var files = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        return paths.SelectMany(path => path.Index().Where(sign => sign.Item == '/' && files.Contains(path.AsSpan(0, sign.Index))).Select(sign => path[..sign.Index])).FirstOrDefault();
    }

    private static bool IsInside(string target, string path) => !path.StartsWith('/') && Path.GetFullPath(Path.Combine(target, path)).StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
