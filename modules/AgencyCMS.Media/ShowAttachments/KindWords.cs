using Microsoft.Extensions.Localization;

namespace AgencyCMS.Media.ShowAttachments;

/// <summary>What readers call a kind of file.</summary>
internal static class KindWords
{
    /// <param name="fileName">The extension says what it is; the content was checked against it when the file came.</param>
    /// <param name="localizer">Of the page.</param>
    public static string Of(string fileName, IStringLocalizer localizer)
    {
        var extension = Path.GetExtension(fileName).TrimStart('.').ToUpperInvariant();
        string kind = extension switch
        {
            "PDF" or "OFD" => localizer["document"],
            "DOC" or "DOCX" or "WPS" or "ODT" => localizer["text document"],
            "XLS" or "XLSX" or "ET" or "ODS" or "CSV" => localizer["workbook"],
            "PPT" or "PPTX" or "DPS" => localizer["presentation"],
            "PNG" or "JPG" or "JPEG" or "GIF" or "WEBP" or "SVG" => localizer["picture"],
            "ZIP" => localizer["archive"],
            "TXT" => localizer["plain text"],
            _ => localizer["file"],
        };
        return $"{extension} {kind}".Trim();
    }
}
