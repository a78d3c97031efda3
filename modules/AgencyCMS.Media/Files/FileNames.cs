using System.Text;

namespace AgencyCMS.Media.Files;

internal static class FileNames
{
    private const int MaxCharacters = 150;

    /// <summary>The name as it is kept and offered: no folders, no signs that a file system or an address cannot hold.</summary>
    /// <returns>Null when nothing is left of it.</returns>
    public static string? Clean(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Normalize(NormalizationForm.FormC).Trim().TrimEnd('.');
        var kept = string.Concat(name.Where(sign => !char.IsControl(sign) && !char.IsSurrogate(sign) && "<>:\"|?*%#&".IndexOf(sign, StringComparison.Ordinal) < 0 && char.GetUnicodeCategory(sign) is not System.Globalization.UnicodeCategory.Format));
        var extension = Path.GetExtension(kept);
        var stem = Path.GetFileNameWithoutExtension(kept).Trim();
        return stem.Length == 0 || extension.Length < 2 ? null : stem[..Math.Min(stem.Length, MaxCharacters)] + extension.ToLowerInvariant();
    }
}
