using System.Net;
using System.Text.RegularExpressions;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Contents.Feeds;

/// <summary>The readable text of HTML that has been cleaned.</summary>
internal static partial class PlainText
{
    /// <param name="html">Cleaned HTML.</param>
    /// <param name="characters">At most this many; what is longer ends with an ellipsis.</param>
    public static string Of(string html, int characters)
    {
        var text = Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();
        return Characters.Shorten(text, characters);
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
