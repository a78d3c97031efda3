using System.Net;
using System.Text.RegularExpressions;
using AgencyCMS.ContentManagement.Items.Comparison;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.Editing;

/// <summary>Shows people what differs between two versions of an item.</summary>
internal static partial class ChangeLabels
{
    /// <summary>A word for a path such as <c>TitlePart.Title</c>, also inside other items; where there is none, its last name among words.</summary>
    public static string Of(string path, IStringLocalizer localizer)
    {
        ArgumentNullException.ThrowIfNull(localizer);
        return path switch
        {
            "Owner" => localizer["Owner"],
            "Author" => localizer["Author"],
            _ when Ends("DisplayText") => localizer["Name in lists"],
            _ when Ends("TitlePart.Title") => localizer["Title of the item"],
            _ when Ends("HtmlBodyPart.Html") => localizer["Text"],
            _ when Ends("AutoroutePart.Path") => localizer["Address"],
            _ when Ends("AudiencePart.Audience") => localizer["Audience"],
            _ when Ends("AudiencePart.Group") => localizer["Name of the staff group"],
            _ when Ends("PublishLaterPart.ScheduledPublishUtc") => localizer["Moment of publication"],
            _ when Ends("ArchiveLaterPart.ScheduledArchiveUtc") => localizer["Moment of withdrawal"],
            _ => localizer["Further data ({0})", path[(path.LastIndexOf('.') + 1)..]],
        };

        bool Ends(string name) => path == name || path.EndsWith("." + name, StringComparison.Ordinal);
    }

    /// <summary>The difference inside a text as people read it: tags are left out but for the paragraphs they end.</summary>
    public static IHtmlContent Draw(ContentItemChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var html = new HtmlContentBuilder();
        var isHtml = change.Path.EndsWith("Html", StringComparison.Ordinal);
        if (change.Text.Count == 0)
        {
            return Add(Add(html, "del", change.Before, isHtml), "ins", change.After, isHtml);
        }
        foreach (var segment in change.Text)
        {
            _ = segment.Change switch
            {
                _ when isHtml && segment.IsMarkup => html.Append(Break(segment.Text)),
                TextChange.Deleted => Add(html, "del", segment.Text, isHtml),
                TextChange.Inserted => Add(html, "ins", segment.Text, isHtml),
                _ => html.Append(Readable(segment.Text, isHtml)),
            };
        }
        return html;
    }

    /// <summary>HTML as people read it.</summary>
    public static string Readable(string html) => Readable(html, isHtml: true).Trim();

    private static IHtmlContentBuilder Add(IHtmlContentBuilder html, string tag, string? text, bool isHtml) =>
        text is null ? html : html.AppendHtml($"<{tag}>").Append(Readable(text, isHtml)).AppendHtml($"</{tag}>");

    private static string Readable(string text, bool isHtml) => isHtml ? WebUtility.HtmlDecode(Tag().Replace(text, match => Break(match.Value))) : text;

    private static string Break(string markup) => EndsBlock().IsMatch(markup) ? "\n" : "";

    [GeneratedRegex("</?[a-z][^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("</(?:p|div|li|tr|h[1-6]|table|ul|ol|blockquote|section)>|<br", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndsBlock();
}
