using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Import.PrepareImport;

/// <summary>The properties of an import line as people call them.</summary>
internal static class PropertyWords
{
    public static string Of(IStringLocalizer localizer, string property) => property switch
    {
        "key" => localizer["Key of the line"],
        "title" => localizer["Title"],
        "body" => localizer["Text"],
        "paragraphs" => localizer["Paragraphs"],
        "agency" => localizer["Publishing agency"],
        "formedOn" => localizer["Formed on"],
        "publishedOn" => localizer["Published on"],
        "documentNumber" => localizer["Document number"],
        "genre" => localizer["Genre"],
        "subject" => localizer["Subject class"],
        "entry" => localizer["Catalogue entry"],
        "keywords" => localizer["Keywords"],
        "summary" => localizer["Summary"],
        _ => localizer["Attachments"],
    };
}
