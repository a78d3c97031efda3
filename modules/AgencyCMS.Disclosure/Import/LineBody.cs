using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Texts of lines as HTML.</summary>
internal static partial class LineBody
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>HTML stays as it is; plain text with line breaks, as cells hold it, becomes paragraphs.</summary>
    public static string? Html(string? text) =>
        text is null || !text.Contains('\n', StringComparison.Ordinal) || Tag().IsMatch(text) ? text
        : Html(text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    /// <summary>A paragraph for each text.</summary>
    public static string Html(IEnumerable<string> paragraphs) => string.Concat(paragraphs.Select(paragraph => $"<p>{Encoder.Encode(paragraph)}</p>"));

    [GeneratedRegex("</?(?:p|div|br|span|table|t[rdh]|ul|ol|li|h[1-6]|a|img|b|i|u|em|strong|sub|sup|font|section|article|blockquote|pre|hr|center)\\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
