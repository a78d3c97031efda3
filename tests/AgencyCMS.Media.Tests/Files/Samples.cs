using System.IO.Compression;
using System.Text;

namespace AgencyCMS.Media.Tests.Files;

/// <summary>Small files of the kinds that are allowed and of those that are not.</summary>
internal static class Samples
{
    public static byte[] Pdf(string text = "x") => Encoding.ASCII.GetBytes("%PDF-1.7\n" + text + "\n%%EOF");

    public static byte[] Png { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    public static byte[] Program { get; } = [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0];

    /// <summary>A compound file with empty streams of those names; a slash before a name puts it into the folder named before.</summary>
    public static byte[] Ole(params string[] names) => CompoundSample.Write(names);

    /// <summary>A zip archive with empty files of those names.</summary>
    public static byte[] Zip(params string[] names) => Zip([.. names.Select(name => (name, Array.Empty<byte>()))]);

    /// <summary>A zip archive with those files.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A document of Word, with further parts and what its list says they are.</summary>
    public static byte[] Word(params (string Name, string Type, string Content)[] parts) => Office("word/document.xml", "wordprocessingml.document.main+xml", parts);

    /// <summary>A workbook of Excel, with further parts and what its list says they are.</summary>
    public static byte[] Excel(params (string Name, string Type, string Content)[] parts) => Office("xl/workbook.xml", "spreadsheetml.sheet.main+xml", parts);

    /// <summary>A document of Office.</summary>
    public static byte[] Office(string main, string mainType, params (string Name, string Type, string Content)[] parts)
    {
        (string Name, string Type, string Content)[] all = [(main, mainType.Contains('/', StringComparison.Ordinal) ? mainType : Open + mainType, "<d/>"), .. parts];
        var types = $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>{string.Concat(all.Where(part => part.Type.Length > 0).Select(part => $"<Override PartName=\"/{part.Name}\" ContentType=\"{part.Type}\"/>"))}</Types>
            """;
        return Zip([("[Content_Types].xml", Text(types)), ("_rels/.rels", Text(Relations(("officeDocument", main, false)))), .. all.Select(part => (part.Name, Text(part.Content)))]);
    }

    /// <summary>The list of what a part refers to.</summary>
    public static string Relations(params (string Kind, string Target, bool IsOutside)[] relations) => $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Index().Select(relation =>
            $"<Relationship Id=\"r{relation.Index}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation.Item.Kind}\" Target=\"{relation.Item.Target}\"{(relation.Item.IsOutside ? " TargetMode=\"External\"" : "")}/>"))}</Relationships>
        """;

    /// <summary>A text of LibreOffice with further parts.</summary>
    public static byte[] OpenDocument(string content = "<c/>", params string[] names) =>
        Zip([("mimetype", Text("application/vnd.oasis.opendocument.text")), ("META-INF/manifest.xml", Text("<m/>")), ("content.xml", Text(content)), .. names.Select(name => (name, Array.Empty<byte>()))]);

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private const string Open = "application/vnd.openxmlformats-officedocument.";
}
