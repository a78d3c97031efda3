using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace AgencyCMS.Disclosure.Import;

/// <summary>Texts of lines as HTML.</summary>
internal static partial class LineBody
{
    private const string Names =
        "a|abbr|acronym|address|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|data|datalist|dd|del|desc|details|dfn|dialog|dir|div|dl|dt|em|embed"
        + "|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|math|menu|meta|nav|nobr|noscript|object"
        + "|ol|optgroup|option|output|p|param|picture|pre|progress|q|rp|rt|ruby|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea"
        + "|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr|[a-z][a-z0-9]*:[a-z0-9-]+";

    // Of a name of one letter something must show that it is no comparison of two quantities.
    private const string Single = "(?:(?<=[a-z1-6][a-z1-6])|(?=\\s*/?>|[^<>]*=|\\s+(?:hidden|nowrap|inert|download)\\s*/?>))";

    // What stands behind the name: signs of ASCII, and anything behind an equals sign or in quotation marks. No tag reaches over the beginning of another.
    // The letters are compared as they stand: to a comparison without case the sign of kelvin is a k, and would be kept out with it.
    private const string Tags = "</?(?:" + Names + ")(?=[\\s/>])" + Single + "(?>(?:(?-i:[^<>\"'=\\u0080-\\uFFFF])|=\\s*\"[^\"<]*\"|=\\s*'[^'<]*'|=[^\\s<>\"']*|\"[^\"<]*\"|'[^'<]*')*)>";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>
    /// HTML stays as it is, but for signs of comparison such as in <c>C&lt;L</c>, which begin no tag. Plain text with line breaks, as cells hold it, becomes
    /// paragraphs, and so does one with such signs.
    /// </summary>
    public static string? Html(string? text) =>
        text is null ? null
        : Tag().IsMatch(text) ? Comparison().Replace(text, "&lt;")
        : text.AsSpan().IndexOfAny('\n', '<') < 0 ? text
        : Html(text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    /// <summary>A paragraph for each text.</summary>
    public static string Html(IEnumerable<string> paragraphs) => string.Concat(paragraphs.Select(paragraph => $"<p>{Encoder.Encode(paragraph)}</p>"));

    [GeneratedRegex(Tags, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("(?!" + Tags + ")<(?!!--|!\\[|!doctype|\\?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();
}
