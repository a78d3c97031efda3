using System.Globalization;
using System.Text;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Media.Files;

internal static class FileNames
{
    private const int MaxCharacters = 150;

    /// <summary>The name as it is kept and offered: no folders, no signs that a file system or an address cannot hold.</summary>
    /// <returns>Null when nothing is left of it.</returns>
    public static string? Clean(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(name.EnumerateRunes().Where(IsKept)).Normalize(NormalizationForm.FormC).Trim().TrimEnd('.');
        var extension = Path.GetExtension(kept);
        var stem = Path.GetFileNameWithoutExtension(kept).Trim();
        return stem.Length == 0 || extension.Length < 2 ? null : Characters.Cut(stem, MaxCharacters) + extension.ToLowerInvariant();
    }

    // Half of a rare character reads as the replacement sign; a whole one is a letter like others.
    private static bool IsKept(Rune sign) => !Rune.IsControl(sign) && sign != Rune.ReplacementChar && "<>:\"|?*%#&".IndexOf(sign.ToString(), StringComparison.Ordinal) < 0
        && Rune.GetUnicodeCategory(sign) is not UnicodeCategory.Format;
}
