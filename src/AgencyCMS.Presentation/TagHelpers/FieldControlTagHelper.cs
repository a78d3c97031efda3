using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AgencyCMS.Presentation.TagHelpers;

/// <summary>Ties the control inside a <see cref="FieldTagHelper"/> to the hint and the error of the field.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class FieldControlTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (!context.Items.TryGetValue(typeof(FieldTagHelper), out var found) || found is not FieldState field)
        {
            return;
        }
        if (field.DescribedBy.Length > 0)
        {
            output.Attributes.SetAttribute("aria-describedby", field.DescribedBy);
        }
        if (field.IsInvalid)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }
        if (field.IsRequired)
        {
            output.Attributes.SetAttribute("required", "required");
        }
    }
}
