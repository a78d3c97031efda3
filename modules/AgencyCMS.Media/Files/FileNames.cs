using System.Globalization;
using System.Text;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Media.Files;

internal static class FileNames
{
    private const int MaxCharacters = 150;
    private const string Reserved = "<>:\"|?*%#&";

    /// <summary>The name as it is kept and offered: no folders, no signs that a file system or an address cannot hold, or that turn the order of a name round.</summary>
    /// <returns>Null when nothing is left of it, or it is no text.</returns>
    public static string? Clean(string sent)
    {
        if (!StorableText.IsStorable(sent))
        {
            return null;
        }
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Normalize(NormalizationForm.FormC).Trim().TrimEnd('.');
        var kept = string.Concat(name.EnumerateRunes().Where(IsKept));
        var extension = Path.GetExtension(kept);
        var stem = Path.GetFileNameWithoutExtension(kept).Trim();
        return stem.Length == 0 || extension.Length < 2 ? null : Characters.Cut(stem, MaxCharacters) + extension.ToLowerInvariant();
    }

    /// <summary>True for a name without line breaks and other signs that cannot be seen.</summary>
    public static bool IsVisible(string name) => StorableText.IsStorable(name) && !name.EnumerateRunes().Any(IsHidden);

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsKept(Rune rune) => !IsHidden(rune) && !Reserved.Contains(rune.ToString(), StringComparison.Ordinal);
}
