using System.IO.Compression;

namespace AgencyCMS.Media.Files;

/// <summary>Kinds that are zip archives inside. Only the list of entries is read, nothing is unpacked.</summary>
internal static class ZipContent
{
    private const int MaxEntries = 20_000;

    /// <summary>An Office document: its parts lie in a folder, and macros are not among them.</summary>
    public static Func<Stream, string?> Office(string folder) => content => Check(content, entries =>
        entries.Contains("[Content_Types].xml") && entries.Any(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
            ? entries.FirstOrDefault(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            : FileKind.Other);

    /// <summary>A document that has an entry of that name.</summary>
    public static Func<Stream, string?> WithEntry(string name) => content => Check(content, entries => entries.Contains(name) ? null : FileKind.Other);

    /// <summary>An archive of files that would be allowed by themselves.</summary>
    public static string? Archive(Stream content) => Check(content, entries => entries.FirstOrDefault(name => !name.EndsWith('/') && !FileKinds.IsAllowed(name)));

    private static string? Check(Stream content, Func<HashSet<string>, string?> judge)
    {
        if (Signatures.StartsWith(content, [(byte)'P', (byte)'K', 0x03, 0x04]) is { } other)
        {
            return other;
        }
        content.Position = 0;
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count > MaxEntries ? FileKind.Other : judge([.. archive.Entries.Select(entry => entry.FullName.Replace('\\', '/'))]);
        }
        catch (InvalidDataException)
        {
            return FileKind.Other;
        }
    }
}
