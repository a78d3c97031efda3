using System.IO.Compression;
using System.Text;
using AgencyCMS.Modularity.Archives;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Media.Files.Archives;

/// <summary>
/// An archive of files that would be allowed by themselves: each is looked into as if it had come alone. An archive in an archive is refused, and so is a name
/// that leads out of it or hides what the file is.
/// </summary>
internal static class ArchiveContent
{
    private const int LinkMode = 0xA000;
    private const int ModeMask = 0xF000;

    // Windows in China names entries in its own encoding; those in UTF-8 say so.
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!; // it is built in

    public static ContentFault? Check(Stream content) => ZipParts.Look(content, Chinese, entries => entries.Select(Check).FirstOrDefault(fault => fault is not null));

    /// <summary>True for a path that stays where it is unpacked, and shows what the file is.</summary>
    public static bool IsPlain(string name) => !name.Contains(':', StringComparison.Ordinal) && StorableText.IsStorable(name)
        && name.Split('/').All(step => step.Length > 0 && step is not ("." or "..") && step.Trim() == step && !step.EndsWith('.') && !step.Any(IsUnseen));

    private static ContentFault? Check(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (!IsPlain(name) || ((entry.ExternalAttributes >> 16) & ModeMask) == LinkMode)
        {
            return ContentFault.Entry(StorableText.Show(entry.FullName));
        }
        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return ContentFault.Entry(name);
        }
        if (FileKinds.Of(name) is not { } kind)
        {
            return ContentFault.Program(name);
        }
        if (entry.Length == 0)
        {
            return null;
        }
        using var part = GuardedZip.Unpack(entry);
        return kind.Check(part) is null ? null : ContentFault.Program(name);
    }

    // Signs that turn the order of a name round, or are not seen at all.
    private static bool IsUnseen(char sign) => char.IsControl(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.Format;
}
