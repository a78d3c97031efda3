using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace AgencyCMS.Disclosure.Tests.Fixtures;

/// <summary>Writes workbooks part by part, with what offices put into them and libraries seldom do.</summary>
internal sealed class OfficeWorkbook
{
    private readonly List<(string Name, string Attributes, string Xml)> _sheets = [];
    private readonly List<string> _texts = [];
    private readonly List<string> _formats = [];

    /// <summary>True for days counted from 1904, as old Macs did.</summary>
    public bool Is1904 { get; init; }

    /// <summary>Text in a cell.</summary>
    public static string T(string text) => $"""<c t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""";

    /// <summary>A number; with a style that <c>Format</c> gave.</summary>
    public static string N(double number, int style = 0) => string.Create(CultureInfo.InvariantCulture, $"""<c s="{style}"><v>{number:R}</v></c>""");

    /// <summary>An error, as a formula that fails leaves it.</summary>
    public static string E(string error) => $"""<c t="e"><f>VLOOKUP(A1,Z:Z,2,0)</f><v>{error}</v></c>""";

    /// <summary>A formula with a text as its result; null when the result was not saved.</summary>
    public static string F(string? result) => result is null ? "<c><f>A1&amp;B1</f></c>" : $"""<c t="str"><f>A1&amp;B1</f><v>{SecurityElement.Escape(result)}</v></c>""";

    /// <summary>A text that cells share, as XML below its element.</summary>
    public string Shared(string xml)
    {
        _texts.Add(xml);
        return string.Create(CultureInfo.InvariantCulture, $"""<c t="s"><v>{_texts.Count - 1}</v></c>""");
    }

    /// <summary>A style with a number of a built-in format.</summary>
    public int Format(int builtIn) => Add(builtIn, null);

    /// <summary>A style with a format of one's own.</summary>
    public int Format(string code) => Add(176 + _formats.Count, code);

    /// <param name="name">Of the sheet.</param>
    /// <param name="rows">Cells of each row; null for a row that is not written.</param>
    /// <param name="attributes">Of the sheet, as <c>state="hidden"</c>.</param>
    /// <param name="merges">Ranges as <c>A1:C1</c>.</param>
    /// <param name="columns">The element of the columns.</param>
    /// <param name="hiddenRows">From 1.</param>
    /// <param name="flatRows">Rows without any height, from 1.</param>
    public OfficeWorkbook Sheet(string name, string?[]?[] rows, string attributes = "", string[]? merges = null, string columns = "", int[]? hiddenRows = null, int[]? flatRows = null)
    {
        var xml = new StringBuilder("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""").Append(columns).Append("<sheetData>");
        foreach (var (place, cells) in rows.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{place + 1}\"{(hiddenRows?.Contains(place + 1) == true ? " hidden=\"1\"" : "")}{(flatRows?.Contains(place + 1) == true ? " ht=\"0\" customHeight=\"1\"" : "")}>");
            foreach (var (column, cell) in (cells ?? []).Index())
            {
                xml.Append(cell?.Insert(2, string.Create(CultureInfo.InvariantCulture, $" r=\"{(char)('A' + column)}{place + 1}\"")));
            }
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (merges is not null)
        {
            xml.Append("<mergeCells>").AppendJoin("", merges.Select(range => $"<mergeCell ref=\"{range}\"/>")).Append("</mergeCells>");
        }
        _sheets.Add((name, attributes, xml.Append("</worksheet>").ToString()));
        return this;
    }

    public byte[] Write()
    {
        const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        var numbers = Enumerable.Range(1, _sheets.Count).ToList();
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(archive, "[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Main}sheet.main+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="{Main}styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Main}sharedStrings+xml"/>
                {string.Concat(numbers.Select(number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{Main}worksheet+xml\"/>"))}</Types>
                """);
            Put(archive, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relation}officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put(archive, "xl/workbook.xml", $"""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Relation.TrimEnd('/')}"><workbookPr{(Is1904 ? " date1904=\"1\"" : "")}/>
                <sheets>{string.Concat(_sheets.Index().Select(sheet => $"<sheet name=\"{sheet.Item.Name}\" sheetId=\"{sheet.Index + 1}\" {sheet.Item.Attributes} r:id=\"rId{sheet.Index + 1}\"/>"))}</sheets></workbook>
                """);
            Put(archive, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                {string.Concat(numbers.Select(number => $"<Relationship Id=\"rId{number}\" Type=\"{Relation}worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"))}
                <Relationship Id="styles" Type="{Relation}styles" Target="styles.xml"/><Relationship Id="texts" Type="{Relation}sharedStrings" Target="sharedStrings.xml"/></Relationships>
                """);
            Put(archive, "xl/styles.xml", $"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>{string.Concat(_own)}</numFmts><cellXfs><xf numFmtId="0"/>{string.Concat(_formats)}</cellXfs></styleSheet>""");
            Put(archive, "xl/sharedStrings.xml", $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{string.Concat(_texts.Select(text => $"<si>{text}</si>"))}</sst>""");
            foreach (var (place, sheet) in _sheets.Index())
            {
                Put(archive, string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{place + 1}.xml"), sheet.Xml);
            }
        }
        return stream.ToArray();
    }

    private readonly List<string> _own = [];

    private int Add(int id, string? code)
    {
        if (code is not null)
        {
            _own.Add(string.Create(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{id}\" formatCode=\"{SecurityElement.Escape(code)}\"/>"));
        }
        _formats.Add(string.Create(CultureInfo.InvariantCulture, $"<xf numFmtId=\"{id}\" applyNumberFormat=\"1\"/>"));
        return _formats.Count;
    }

    private static void Put(ZipArchive archive, string name, string text)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
