namespace AgencyCMS.Media.Files.Documents;

/// <summary>
/// Documents of older Office programs, which are compound files, as installers are, too. Only streams that are known to be harmless are taken: macros, controls
/// and embedded objects lie in others.
/// </summary>
internal static class OleContent
{
    private static readonly HashSet<string> Streams = new(StringComparer.OrdinalIgnoreCase)
    {
        "WordDocument", "0Table", "1Table", "Data", "Workbook", "Book", "PowerPoint Document", "Current User", "Pictures", "ObjectPool", "\u0001CompObj", "\u0001Ole", "\u0005SummaryInformation",
        "\u0005DocumentSummaryInformation", "User Names", "Revision Log", "WpsCustomData", "KSOProductBuildVer", "ETExtData", "Text_Content", "EncryptedSummary",
    };

    // Data that programs keep in folders of their own: of data sources, pivot tables, signatures.
    private static readonly string[] Folders = ["/MsoDataStore", "/_SX_DB_CUR", "/_xmlsignatures", "/_signatures"];

    /// <param name="streams">Names of streams, one of which must be there.</param>
    public static Func<Stream, ContentFault?> With(params string[] streams) => content =>
    {
        try
        {
            var file = new CompoundFile(content);
            // Two programs may take two of them for the document.
            var main = file.Entries.Where(entry => streams.Contains(entry.Path[1..], StringComparer.OrdinalIgnoreCase)).ToList();
            return main.Count == 0 ? ContentFault.Other
                : file.Entries.FirstOrDefault(entry => !IsKnown(entry.Path)) is { } unknown ? ContentFault.Program(Show(unknown.Path))
                : main.Select(entry => Judge(file, entry)).FirstOrDefault(fault => fault is not null);
        }
        catch (InvalidDataException)
        {
            return ContentFault.Other;
        }
    };

    private static bool IsKnown(string path) => Streams.Contains(path[1..]) || Array.Exists(Folders, folder => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));

    private static ContentFault? Judge(CompoundFile file, CompoundEntry main) => main.Path[1..].ToUpperInvariant() switch
    {
        "WORDDOCUMENT" => OldText.Check(file.Read(main), name => file.Entries.FirstOrDefault(entry => entry.Path.Equals("/" + name, StringComparison.OrdinalIgnoreCase)) is { } table ? file.Read(table) : []),
        "POWERPOINT DOCUMENT" => OldSlides.Check(file.Read(main)),
        _ => OldWorkbook.Check(file.Read(main)),
    };

    private static string Show(string path) => string.Concat(path[1..].Where(sign => !char.IsControl(sign)));
}
