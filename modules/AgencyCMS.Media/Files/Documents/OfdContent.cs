using System.IO.Compression;
using AgencyCMS.Media.Files.Archives;
using AgencyCMS.Modularity.Archives;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>Documents of the national format for fixed layout: pages, pictures, fonts and seals. A file that lies in one under another kind's name must be allowed by itself.</summary>
internal static class OfdContent
{
    private static readonly string[] Parts = [".xml", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".jb2", ".jbig2", ".gbig2", ".ttf", ".otf", ".ttc", ".cff", ".pfb", ".dat", ".esl", ".wav", ".mp3", ".mp4", ".avi"];

    public static ContentFault? Check(Stream content) => ZipParts.Look(content, null, entries =>
        entries.All(entry => entry.FullName != "OFD.xml") ? ContentFault.Other
        : entries.Select(Judge).Concat(new OfdLinks(entries).Check()).FirstOrDefault(fault => fault is not null));

    private static ContentFault? Judge(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (ZipParts.IsProgram(entry))
        {
            return ContentFault.Program(name);
        }
        if (Parts.Contains(Path.GetExtension(name).ToLowerInvariant()))
        {
            return null;
        }
        if (FileKinds.Of(name) is not { } kind || name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return ContentFault.Program(name);
        }
        using var part = GuardedZip.Unpack(entry);
        return kind.Check(part) is null ? null : ContentFault.Program(name);
    }
}
