using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Presentation.TagHelpers;

/// <summary>
/// A form field with its label, hint and error, tied together for everybody who does not see them side by side:
/// <code>&lt;field for="Title" label="@S["Title"]" hint="@S["As on the document."]"&gt;&lt;input asp-for="Title" /&gt;&lt;/field&gt;</code>
/// The control inside is an ordinary input, select or textarea with <c>asp-for</c>.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper(IStringLocalizer localizer) : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public bool Required { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!; // MVC sets it before Process

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var error = ViewContext.ModelState.TryGetValue(name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        context.Items[typeof(FieldTagHelper)] = new FieldState(
            string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error" }.OfType<string>()),
            error is not null,
            Required);
        var control = await output.GetChildContentAsync();

        output.TagName = "div";
        output.Attributes.SetAttribute("class", "field");
        var label = Element("label", Label, null);
        label.Attributes["for"] = id;
        if (Required)
        {
            label.InnerHtml.Append(" ").AppendHtml(Element("span", localizer["(required)"].Value, "required"));
        }
        output.Content.AppendHtml(label);
        if (Hint is not null)
        {
            output.Content.AppendHtml(Element("p", Hint, "hint", $"{id}-hint"));
        }
        if (error is not null)
        {
            output.Content.AppendHtml(Element("p", error, "field-error", $"{id}-error"));
        }
        output.Content.AppendHtml(control);
    }

    private static TagBuilder Element(string tag, string text, string? cssClass, string? id = null)
    {
        var element = new TagBuilder(tag);
        if (cssClass is not null)
        {
            element.AddCssClass(cssClass);
        }
        if (id is not null)
        {
            element.Attributes["id"] = id;
        }
        element.InnerHtml.Append(text);
        return element;
    }
}

/// <summary>What a control must say of the field around it.</summary>
internal sealed record FieldState(string DescribedBy, bool IsInvalid, bool IsRequired);
