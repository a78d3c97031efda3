using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.ContentTypes;

/// <summary>What people call the kinds of fields.</summary>
internal static class FieldKindLabels
{
    public static string Of(string fieldName, IStringLocalizer localizer) => fieldName switch
    {
        "TextField" => localizer["Short text"],
        "HtmlField" => localizer["Formatted text"],
        "MultiTextField" => localizer["Several texts"],
        "LinkField" => localizer["Link"],
        "BooleanField" => localizer["Yes or no"],
        "NumericField" => localizer["Number"],
        "DateField" => localizer["Date"],
        "DateTimeField" => localizer["Date and time"],
        _ => fieldName,
    };
}
