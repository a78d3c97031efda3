using System.Collections.Frozen;

namespace AgencyCMS.Media.Files;

/// <summary>
/// The kinds of files that are allowed, by extension. What a file is decides its content; the extension only says what it must then be. Nothing that a
/// browser would run (HTML, SVG, XML) and no program is among them.
/// </summary>
internal static class FileKinds
{
    private static readonly FrozenDictionary<string, FileKind> ByExtension = new Dictionary<string, FileKind>(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = new("application/pdf", Signatures.Pdf),
        [".png"] = new("image/png", Signatures.Png),
        [".jpg"] = new("image/jpeg", Signatures.Jpeg),
        [".jpeg"] = new("image/jpeg", Signatures.Jpeg),
        [".gif"] = new("image/gif", Signatures.Gif),
        [".webp"] = new("image/webp", Signatures.Webp),
        [".docx"] = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZipContent.Office("word/")),
        [".xlsx"] = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZipContent.Office("xl/")),
        [".pptx"] = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ZipContent.Office("ppt/")),
        [".ofd"] = new("application/ofd", ZipContent.WithEntry("OFD.xml")),
        [".odt"] = new("application/vnd.oasis.opendocument.text", ZipContent.WithEntry("META-INF/manifest.xml")),
        [".ods"] = new("application/vnd.oasis.opendocument.spreadsheet", ZipContent.WithEntry("META-INF/manifest.xml")),
        [".zip"] = new("application/zip", ZipContent.Archive),
        [".doc"] = new("application/msword", OleContent.With("WordDocument")),
        [".xls"] = new("application/vnd.ms-excel", OleContent.With("Workbook", "Book")),
        [".ppt"] = new("application/vnd.ms-powerpoint", OleContent.With("PowerPoint Document")),
        [".wps"] = new("application/vnd.ms-works", OleContent.With("WordDocument")),
        [".et"] = new("application/vnd.ms-excel", OleContent.With("Workbook", "Book")),
        [".dps"] = new("application/vnd.ms-powerpoint", OleContent.With("PowerPoint Document")),
        [".txt"] = new("text/plain; charset=utf-8", TextContent.Check),
        [".csv"] = new("text/csv; charset=utf-8", TextContent.Check),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The extensions, for the file dialogue.</summary>
    public static string Accepted { get; } = string.Join(',', ByExtension.Keys.Order(StringComparer.Ordinal));

    // Drawings that the makers of the site bring; they leave in a box where their scripts do not run.
    private static readonly FileKind Svg = new("image/svg+xml", SvgContent.Check);

    /// <returns>Null for an extension that is not allowed.</returns>
    public static FileKind? Of(string fileName) => ByExtension.GetValueOrDefault(Path.GetExtension(fileName));

    /// <summary>The same for files of the site itself, which recipes bring and no editor uploads.</summary>
    public static FileKind? OfSite(string fileName) =>
        Path.GetExtension(fileName).Equals(".svg", StringComparison.OrdinalIgnoreCase) ? Svg : Of(fileName);

    public static bool IsAllowed(string fileName) => ByExtension.ContainsKey(Path.GetExtension(fileName));
}
