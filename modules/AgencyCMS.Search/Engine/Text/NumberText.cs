using System.Text;

namespace AgencyCMS.Search.Engine.Text;

/// <summary>
/// The form in which document and index numbers are compared: letters, ideographs and digits only. 徐办〔2010〕15号,
/// 徐办[2010] 15号 and 徐办（２０１０）15号 become the same.
/// </summary>
internal static class NumberText
{
    /// <summary>What is longer is no number; the rest is not compared.</summary>
    public const int MaxChars = 128;

    public static string Normalise(ReadOnlySpan<char> number)
    {
        var folded = CharacterFolding.Fold(number);
        var normal = new StringBuilder();
        foreach (var rune in folded.AsSpan().EnumerateRunes())
        {
            if ((Rune.IsLetterOrDigit(rune) || TextScanner.IsIdeograph(rune)) && normal.Length < MaxChars)
            {
                normal.Append(rune);
            }
        }
        return normal.ToString();
    }
}
