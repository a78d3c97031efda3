using AgencyCMS.Content.Items;
using AgencyCMS.Content.Items.Parts;
using Ganss.Xss;

namespace AgencyCMS.Content.Publishing;

/// <summary>Cleans the HTML of items on their way in: what a disclosure needs stays (headings, tables, lists, links, pictures), all that could run goes.</summary>
public sealed class HtmlCleaner
{
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
    }

    /// <summary>Cleaned HTML; text without markup comes back as it is.</summary>
    public string Clean(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return html.AsSpan().IndexOfAny('<', '&') < 0 ? html : _sanitizer.Sanitize(html);
    }

    /// <summary>Cleans the body of an item in place. Nothing is written when nothing had to be cleaned.</summary>
    public void Clean(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Part<HtmlBodyPart>() is { Html: { } html } body && Clean(html) is var clean && clean != html)
        {
            body.Html = clean;
        }
    }
}
