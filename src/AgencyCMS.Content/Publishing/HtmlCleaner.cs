using System.Text.Json.Nodes;
using AgencyCMS.Content.Items;
using AgencyCMS.Content.Items.Parts;
using AngleSharp.Dom;
using Ganss.Xss;

namespace AgencyCMS.Content.Publishing;

/// <summary>Cleans the HTML of items on their way in: what a disclosure needs stays (headings, tables, lists, links, pictures), all that could run goes.</summary>
public sealed class HtmlCleaner
{
    private static readonly string[] WithoutText = ["script", "style", "title", "iframe", "noembed", "noframes"];
    private readonly HtmlSanitizer _sanitizer;

    public HtmlCleaner()
    {
        _sanitizer = new HtmlSanitizer();
        _sanitizer.AllowedTags.ExceptWith(["form", "input", "button", "select", "option", "optgroup", "textarea", "label", "fieldset", "legend", "datalist", "keygen", "output", "menuitem", "dialog"]);
        // The security policy forbids inline styles; alignment and widths survive as attributes and classes.
        _sanitizer.AllowedAttributes.Remove("style");
        _sanitizer.AllowedAttributes.ExceptWith(["action", "autocomplete", "autosave", "form", "formaction", "formmethod", "method", "name", "id"]);
        _sanitizer.AllowedAttributes.UnionWith(["class", "colspan", "rowspan", "scope", "lang", "dir"]);
        _sanitizer.AllowedSchemes.UnionWith(["mailto", "tel"]);
        _sanitizer.KeepChildNodes = true;
        _sanitizer.RemovingTag += (_, removing) => Empty(removing.Tag);
    }

    /// <summary>Cleaned HTML; text without markup comes back as it is.</summary>
    public string Clean(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return html.AsSpan().IndexOfAny('<', '&') < 0 || CertainMarkup.IsClean(html) ? html : _sanitizer.Sanitize(html);
    }

    /// <summary>Cleans every HTML of an item in place: its body, its fields, and those of the items inside it. Nothing is written when nothing had to be cleaned.</summary>
    public void Clean(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Clean((JsonNode)item.Document);
    }

    // The text inside other tags is kept; inside these it is code or no part of the page, and would stand between the words.
    private static void Empty(IElement tag)
    {
        if (WithoutText.Contains(tag.LocalName))
        {
            tag.TextContent = "";
        }
    }

    private void Clean(JsonNode node)
    {
        var children = node switch
        {
            JsonObject json => json.Select(property => property.Value),
            JsonArray array => array,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>().Where(child => child is JsonObject or JsonArray))
        {
            Clean(child);
        }
        // HtmlBodyPart and HtmlField both keep their text under this name.
        if (node is JsonObject found && ContentItemJson.Text(found, nameof(HtmlBodyPart.Html)) is { } html && Clean(html) is var clean && clean != html)
        {
            found[nameof(HtmlBodyPart.Html)] = clean;
        }
    }
}
