using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// Cleans the HTML of items on their way in: what a disclosure needs stays (headings, tables, lists with their numbering, links, pictures, raised and lowered
/// signs, alignment), all that could run or turns the order of signs round goes.
/// </summary>
public sealed class HtmlCleaner
{
    private static readonly string[] WithoutText = ["script", "style", "title", "iframe", "noembed", "noframes", "annotation", "annotation-xml"];
    private static readonly SearchValues<char> Turning = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");
    private readonly HtmlSanitizer _sanitizer;

    public HtmlCleaner()
    {
        _sanitizer = new HtmlSanitizer();
        _sanitizer.AllowedTags.ExceptWith(["form", "input", "button", "select", "option", "optgroup", "textarea", "label", "fieldset", "legend", "datalist", "keygen", "output", "menuitem", "dialog", "bdo"]);
        // The security policy forbids inline styles; what they mean survives as classes and elements, see below.
        _sanitizer.AllowedAttributes.Remove("style");
        _sanitizer.AllowedAttributes.ExceptWith(["action", "align", "autocomplete", "autosave", "form", "formaction", "formmethod", "method", "name", "id"]);
        _sanitizer.AllowedAttributes.UnionWith(["class", "colspan", "rowspan", "scope", "lang", "dir", "start", "type", "value", "reversed"]);
        _sanitizer.AllowedSchemes.UnionWith(["mailto", "tel"]);
        _sanitizer.KeepChildNodes = true;
        _sanitizer.RemovingTag += (_, removing) => Empty(removing.Tag);
        _sanitizer.RemovingAttribute += (_, removing) => StyleMeaning.Keep(removing.Tag, removing.Attribute);
        _sanitizer.PostProcessDom += (_, done) => RemoveDeadPictures(done.Document);
    }

    /// <summary>Cleaned HTML; text without markup comes back as it is.</summary>
    public string Clean(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var text = Straight(html);
        // Entities are signs only now.
        return text.AsSpan().IndexOfAny('<', '&') < 0 || CertainMarkup.IsClean(text) ? text : Straight(_sanitizer.Sanitize(HiddenText.Remove(text).Html));
    }

    /// <summary>Cleans every HTML of an item in place: its body, its fields, and those of the items inside it. Nothing is written when nothing had to be cleaned.</summary>
    public void Clean(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Clean((JsonNode)item.Document);
    }

    /// <summary>How many pictures cleaning drops, since they lie in the text itself or on somebody's machine: whoever brings the text must be told.</summary>
    public static int CountLostPictures(string? html) => html is null || !html.Contains("<img", StringComparison.OrdinalIgnoreCase)
        ? 0
        : new HtmlParser().ParseDocument(html).QuerySelectorAll("img").Count(picture => !CanBeKept(picture.GetAttribute("src")));

    /// <summary>How many passages cleaning drops, since the document hides them: whoever brings the text must be told.</summary>
    public static int CountHiddenPassages(string? html) => html is null ? 0 : HiddenText.Remove(html).Passages;

    private static bool CanBeKept(string? address) =>
        !string.IsNullOrWhiteSpace(address) && (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var absolute) || absolute.Scheme is "http" or "https" || address.TrimStart()[0] == '/');

    // What is read backwards is not what was written; scripts that run from right to left need none of these.
    private static string Straight(string html) => html.AsSpan().ContainsAny(Turning) ? string.Concat(html.Where(sign => !Turning.Contains(sign))) : html;

    // The text inside other tags is kept; inside these it is code or no part of the page, and would stand between the words.
    private static void Empty(IElement tag)
    {
        if (WithoutText.Contains(tag.LocalName))
        {
            tag.TextContent = "";
        }
        Formulas.Keep(tag);
    }

    // A picture whose address was refused would be an empty frame; what it shows is said by its words, if it has some.
    private static void RemoveDeadPictures(IDocument document)
    {
        foreach (var picture in document.QuerySelectorAll("img").Where(picture => !picture.HasAttribute("src")).ToList())
        {
            picture.Replace(document.CreateTextNode(picture.GetAttribute("alt") ?? ""));
        }
    }

    private void Clean(JsonNode node)
    {
        foreach (var (owner, name, html) in Texts(node).ToList())
        {
            if (Clean(html) is var clean && clean != html)
            {
                owner[name] = clean;
            }
        }
    }

    // HtmlBodyPart and HtmlField both keep their text under this name, and readers of fields take it in any spelling.
    private static IEnumerable<(JsonObject Owner, string Name, string Html)> Texts(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => property.Value is JsonValue value
            ? value.GetValueKind() is JsonValueKind.String && property.Key.Equals(nameof(HtmlBodyPart.Html), StringComparison.OrdinalIgnoreCase) ? [(json, property.Key, value.ToString())] : []
            : Texts(property.Value)),
        JsonArray array => array.SelectMany(Texts),
        _ => [],
    };
}
