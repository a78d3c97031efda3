using System.IO.Compression;
using System.Text;

namespace AgencyCMS.Media.Tests.Files;

/// <summary>Small files of the kinds that are allowed and of those that are not.</summary>
internal static class Samples
{
    public static byte[] Pdf(string text = "x") => Encoding.ASCII.GetBytes("%PDF-1.7\n" + text + "\n%%EOF");

    public static byte[] Png { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    public static byte[] Program { get; } = [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0];

    /// <summary>A compound file with a stream of that name in its directory.</summary>
    public static byte[] Ole(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000], .. Encoding.Unicode.GetBytes(stream + "\0")];

    /// <summary>A zip archive with empty files of those names.</summary>
    public static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                archive.CreateEntry(name);
            }
        }
        return bytes.ToArray();
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
