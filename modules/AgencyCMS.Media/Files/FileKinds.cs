using System.Collections.Frozen;
using AgencyCMS.Media.Files.Archives;
using AgencyCMS.Media.Files.Documents;
using AgencyCMS.Media.Files.Documents.Pdf;

namespace AgencyCMS.Media.Files;

/// <summary>
/// The kinds of files that are allowed, by extension. What a file is decides its content; the extension only says what it must then be. Nothing that a
/// browser would run (HTML, SVG, XML) and no program is among them. Documents are looked into part by part: what is not known to be harmless is refused.
/// </summary>
internal static class FileKinds
{
    private static readonly FrozenDictionary<string, FileKind> ByExtension = new Dictionary<string, FileKind>(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = new("application/pdf", PdfContent.Check),
        [".png"] = new("image/png", Signatures.Png),
        [".jpg"] = new("image/jpeg", Signatures.Jpeg),
        [".jpeg"] = new("image/jpeg", Signatures.Jpeg),
        [".gif"] = new("image/gif", Signatures.Gif),
        [".webp"] = new("image/webp", Signatures.Webp),
        [".docx"] = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", OfficeContent.Check("wordprocessingml.document")),
        [".xlsx"] = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", OfficeContent.Check("spreadsheetml.sheet")),
        [".pptx"] = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", OfficeContent.Check("presentationml.presentation", "presentationml.slideshow")),
        [".ofd"] = new("application/ofd", OfdContent.Check),
        [".odt"] = new("application/vnd.oasis.opendocument.text", OpenDocumentContent.Check),
        [".ods"] = new("application/vnd.oasis.opendocument.spreadsheet", OpenDocumentContent.Check),
        [".zip"] = new("application/zip", ArchiveContent.Check),
        [".doc"] = new("application/msword", OleContent.With("WordDocument")),
        [".xls"] = new("application/vnd.ms-excel", OleContent.With("Workbook", "Book")),
        [".ppt"] = new("application/vnd.ms-powerpoint", OleContent.With("PowerPoint Document")),
        [".wps"] = new("application/vnd.ms-works", OleContent.With("WordDocument")),
        [".et"] = new("application/vnd.ms-excel", OleContent.With("Workbook", "Book")),
        [".dps"] = new("application/vnd.ms-powerpoint", OleContent.With("PowerPoint Document")),
        [".txt"] = new("text/plain; charset=utf-8", TextContent.Check),
        [".csv"] = new("text/csv; charset=utf-8", TextContent.CheckTable),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The extensions, for the file dialogue.</summary>
    public static string Accepted { get; } = string.Join(',', ByExtension.Keys.Order(StringComparer.Ordinal));

    // Drawings that the makers of the site bring; they leave in a box where their scripts would not run, if they had any.
    private static readonly FileKind Svg = new("image/svg+xml", SvgContent.Check);

    /// <returns>Null for an extension that is not allowed.</returns>
    public static FileKind? Of(string fileName) => ByExtension.GetValueOrDefault(Path.GetExtension(fileName));

    /// <summary>The same for files of the site itself, which recipes bring and no editor uploads.</summary>
    public static FileKind? OfSite(string fileName) =>
        Path.GetExtension(fileName).Equals(".svg", StringComparison.OrdinalIgnoreCase) ? Svg : Of(fileName);
}
