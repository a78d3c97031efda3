using System.IO.Compression;
using System.Text;
using AgencyCMS.Media.Files;

namespace AgencyCMS.Media.Tests.Files;

/// <summary>What a file is, against what its name says.</summary>
public sealed class FileKindsTests
{
    public static TheoryData<string, byte[]> Allowed { get; } = new()
    {
        { "report.pdf", Samples.Pdf() },
        { "REPORT.PDF", Samples.Pdf() },
        { "seal.png", Samples.Png },
        { "photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] },
        { "sign.gif", Encoding.ASCII.GetBytes("GIF89a......") },
        { "map.webp", [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8] },
        { "letter.docx", Samples.Word() },
        { "links.docx", Samples.Word(("word/_rels/document.xml.rels", "", Samples.Relations(("hyperlink", "https://www.gov.cn/", true), ("image", "media/image1.png", false)))) },
        { "table.xlsx", Samples.Excel() },
        { "linked.xlsx", Samples.Excel(("xl/externalLinks/externalLink1.xml", Open + "spreadsheetml.externalLink+xml", "<externalLink><externalBook/></externalLink>")) },
        { "talk.pptx", Samples.Office("ppt/presentation.xml", "presentationml.presentation.main+xml") },
        { "text.odt", Samples.OpenDocument("<c/>", "Pictures/1.png", "Object 1/content.xml", "Configurations2/images/Bitmaps/") },
        { "red.ofd", Samples.Zip("OFD.xml", "Doc_0/Document.xml") },
        { "old.doc", Samples.Ole("WordDocument", "1Table", "\u0001CompObj", "\u0005SummaryInformation", "ObjectPool/") },
        { "old.xls", Samples.Ole("Workbook", "_SX_DB_CUR/", "/0001") },
        { "old.ppt", Samples.Ole("PowerPoint Document", "Current User", "Pictures") },
        { "kept.wps", Samples.Ole("WordDocument") },
        { "old.xls", CompoundSample.Write(("Workbook", Sheets(0))) },
        { "all.zip", Samples.Zip(("附件/一.pdf", Samples.Pdf()), ("附件/二.docx", Samples.Word()), ("附件/空.txt", [])) },
        { "list.csv", Samples.Text("名称,金额\n道路,12\n") },
        { "note.txt", Encoding.Latin1.GetBytes("\u00b9\u00ab\u00bf\u00aa") },
    };

    public static TheoryData<string, byte[]> Refused { get; } = new()
    {
        { "page.pdf", Samples.Text("<!DOCTYPE html><script>x()</script>") },
        { "program.pdf", Samples.Program },
        { "picture.png", Samples.Pdf() },
        { "letter.docx", Samples.Excel() },
        { "letter.docx", Samples.Zip("evil.exe") },
        { "letter.docx", Samples.Pdf() },
        { "macros.docx", Samples.Word(("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", "x")) },
        { "renamed.docx", Samples.Word(("word/media/image1.png", "application/vnd.ms-office.vbaProject", "x")) },
        { "renamed-by-relation.docx", Samples.Word(("word/media/image1.png", "image/png", "x"), ("word/_rels/document.xml.rels", "", Samples.Relations(("vbaProject", "media/image1.png", false)))) },
        { "by-content.docx", Samples.Word(("word/media/image1.png", "image/png", "MZ...")) },
        { "macro-enabled.docx", Samples.Office("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml") },
        { "object.docx", Samples.Word(("word/embeddings/oleObject1.bin", Open + "oleObject", "x")) },
        { "control.docx", Samples.Word(("word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml", "<a/>")) },
        { "template.docx", Samples.Word(("word/_rels/settings.xml.rels", "", Samples.Relations(("attachedTemplate", "https://example.org/t.dotm", true)))) },
        { "outside-object.docx", Samples.Word(("word/_rels/document.xml.rels", "", Samples.Relations(("oleObject", "https://example.org/x.html!", true)))) },
        { "script-link.docx", Samples.Word(("word/_rels/document.xml.rels", "", Samples.Relations(("hyperlink", "javascript:alert(1)", true)))) },
        { "share.docx", Samples.Word(("word/_rels/document.xml.rels", "", Samples.Relations(("image", "file://10.0.0.1/x.png", true)))) },
        { "exchange.docx", Samples.Office("word/x.xml", "wordprocessingml.document.main+xml", ("word/footer1.xml", Open + "wordprocessingml.footer+xml", "<w:f xmlns:w='w'><w:fldChar/><w:instrText> DD</w:instrText><w:instrText>EAUTO c:\\x</w:instrText></w:f>")) },
        { "simple-exchange.docx", Samples.Word(("word/footer1.xml", Open + "wordprocessingml.footer+xml", "<w:f xmlns:w='w'><w:fldSimple w:instr='dde cmd'/></w:f>")) },
        { "entities.docx", Samples.Word(("word/footer1.xml", Open + "wordprocessingml.footer+xml", "<!DOCTYPE f [<!ENTITY a 'x'>]><f>&a;</f>")) },
        { "unknown.docx", Samples.Word(("word/x.bin", "", "x")) },
        { "macro-sheet.xlsx", Samples.Excel(("xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml", "<s/>")) },
        { "dialogue.xlsx", Samples.Excel(("xl/dialogsheets/sheet1.xml", Open + "spreadsheetml.dialogsheet+xml", "<s/>")) },
        { "exchange.xlsx", Samples.Excel(("xl/externalLinks/externalLink1.xml", Open + "spreadsheetml.externalLink+xml", "<externalLink><ddeLink ddeService='cmd'/></externalLink>")) },
        { "before.docx", [.. "GIF89a"u8, .. Samples.Word()] },
        { "behind.docx", [.. Samples.Word(), .. Samples.Program] },
        { "basic.odt", Samples.OpenDocument("<c/>", "Basic/Standard/Module1.xml") },
        { "scripts.odt", Samples.OpenDocument("<c/>", "Scripts/python/x.py") },
        { "event.odt", Samples.OpenDocument("<c xmlns:x='x' x:href='vnd.sun.star.script:a?language=Basic'/>") },
        { "object.odt", Samples.OpenDocument("<c/>", "Object 1") },
        { "exchange.ods", Samples.OpenDocument("<c><dde-source/></c>") },
        { "attached.ofd", Samples.Zip("OFD.xml", "Doc_0/Attachs/run.exe") },
        { "renamed.ofd", Samples.Zip(("OFD.xml", Samples.Text("<o/>")), ("Doc_0/Res/image.png", Samples.Program)) },
        { "setup.doc", Samples.Ole("_Tables") },
        { "macros.doc", Samples.Ole("WordDocument", "Macros/", "/VBA") },
        { "object.doc", Samples.Ole("WordDocument", "ObjectPool/", "/_1234567890") },
        { "exchange.doc", CompoundSample.Write(("WordDocument", [.. new byte[600], 0x13, .. Encoding.Unicode.GetBytes(" DDEAUTO cmd")])) },
        { "macros.xls", Samples.Ole("Workbook", "_VBA_PROJECT_CUR/", "/VBA") },
        { "old-macros.xls", CompoundSample.Write(("Workbook", Sheets(1))) },
        { "object.xls", Samples.Ole("Workbook", "MBD0001/", "/\u0001Ole10Native") },
        { "controls.xls", Samples.Ole("Workbook", "Ctls") },
        { "object.ppt", CompoundSample.Write(("PowerPoint Document", [0x00, 0x00, 0x11, 0x10, 4, 0, 0, 0, 1, 2, 3, 4])) },
        { "macros.ppt", CompoundSample.Write(("PowerPoint Document", [0x0F, 0, 0xE8, 3, 20, 0, 0, 0, 0x0F, 0, 0xFF, 3, 0, 0, 0, 0])) },
        { "cut.doc", Samples.Ole("WordDocument")[..600] },
        { "script.pdf", Samples.Pdf("1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj") },
        { "spelled.pdf", Samples.Pdf("1 0 obj<</S/J#61vaScript>>endobj") },
        { "after-a-comment.pdf", Samples.Pdf("1 0 obj<</S/JavaScript%c\n/JS(x)>>endobj") },
        { "between-false-streams.pdf", Samples.Pdf("% stream\n1 0 obj<</S/JavaScript/JS(x)>>endobj\n% endstream") },
        { "after-a-nul.pdf", Samples.Pdf("1 0 obj<</S/Launch\0/F(cmd.exe)>>endobj") },
        { "running-address.pdf", Samples.Pdf("1 0 obj<</S/URI/URI(javascript:x)>>endobj") },
        { "launch.pdf", Samples.Pdf("1 0 obj<</S /Launch /F(cmd.exe)>>endobj") },
        { "file.pdf", Samples.Pdf("1 0 obj<</Type/EmbeddedFile/Length 3>>stream\nabc\nendstream endobj") },
        { "packed.pdf", PackedPdf("<</S/JavaScript/JS(x)>>") },
        { "locked.pdf", Samples.Pdf("1 0 obj<</Type/ObjStm/Filter/FlateDecode/Length 3>>stream\nabc\nendstream endobj") },
        { "archive.pdf", [.. Samples.Pdf(), .. Samples.Zip("x.txt")] },
        { "archive.png", [.. Samples.Png, .. Samples.Zip("x.txt")] },
        { "all.zip", Samples.Zip("fine.pdf", "run.exe") },
        { "all.zip", Samples.Zip("page.html") },
        { "all.zip", Samples.Zip(("fine.pdf", Samples.Program)) },
        { "nested.zip", Samples.Zip(("in.zip", Samples.Zip("fine.txt"))) },
        { "macros.zip", Samples.Zip(("a/b.docx", Samples.Word(("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", "x")))) },
        { "out.zip", Samples.Zip("../../fine.pdf") },
        { "out.zip", Samples.Zip("a/../../fine.pdf") },
        { "absolute.zip", Samples.Zip("/etc/fine.pdf") },
        { "drive.zip", Samples.Zip("C:\\fine.pdf") },
        { "stream.zip", Samples.Zip("fine.txt:x.pdf") },
        { "turned.zip", Samples.Zip("fine\u202Efdp.txt") },
        { "control.zip", Samples.Zip("fine\u0007.pdf") },
        { "blank.zip", Samples.Zip("fine.exe .pdf/ .pdf") },
        { "twice.zip", Samples.Zip("fine.txt", "Fine.txt") },
        { "late.txt", Samples.Text(new string(' ', 5000) + "<html>") },
        { "late.txt", Samples.Text(new string('x', 70_000) + "<script>") },
        { "rich.txt", Samples.Text("{\\rtf1 x}") },
        { "exchange.csv", Samples.Text("名称,金额\n甲,=cmd|'/C calc'!A0\n") },
        { "note.txt", Samples.Text("  <html><body onload=x()>") },
        { "note.txt", Samples.Text("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>") },
        { "note.txt", Samples.Program },
        { "list.csv", [0xFF, 0xFE, 0x3C, 0, 0x68, 0] },
    };

    public static TheoryData<string> Drawings { get; } =
    [
        "<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:l='http://www.w3.org/1999/xlink'><a l:href=' javascript:x()'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='https://example.org/x.png'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><b xmlns='http://www.w3.org/1999/xhtml'/></svg>",
    ];

    [Theory]
    [MemberData(nameof(Drawings))]
    public void Drawing_ThatRunsOrFetches_IsRefused(string svg)
    {
        // Act
        var fault = FileKinds.OfSite("x.svg")!.Check(new MemoryStream(Samples.Text(svg)));

        // Assert
        Assert.NotNull(fault);
    }

    [Fact]
    public void Drawing_WithGradientsAndUses_IsTaken()
    {
        // Arrange
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'><defs><linearGradient id='a'/></defs><use href='#a'/><rect fill='url(#a)' style='opacity:1'/></svg>";

        // Act
        var fault = FileKinds.OfSite("x.svg")!.Check(new MemoryStream(Samples.Text(svg)));

        // Assert
        Assert.Null(fault);
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Content_ThatIsWhatItsNameSays_IsTaken(string fileName, byte[] content)
    {
        // Act
        var fault = FileKinds.Of(fileName)!.Check(new MemoryStream(content));

        // Assert
        Assert.Null(fault);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Content_ThatIsSomethingElse_IsRefused(string fileName, byte[] content)
    {
        // Act
        var fault = FileKinds.Of(fileName)!.Check(new MemoryStream(content));

        // Assert
        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("drawing.svg")]
    [InlineData("data.xml")]
    [InlineData("setup.exe")]
    [InlineData("setup.msi")]
    [InlineData("macro.docm")]
    [InlineData("script.js")]
    [InlineData("noextension")]
    [InlineData("report.pdf.exe")]
    public void Name_OfAKindThatIsNotAllowed_HasNoKind(string fileName)
    {
        // Act
        var kind = FileKinds.Of(fileName);

        // Assert
        Assert.Null(kind);
    }

    [Theory]
    [InlineData("C:\\Users\\me\\report.PDF", "report.pdf")]
    [InlineData("../../etc/report.pdf", "report.pdf")]
    [InlineData("  预算\u202Efdp.pdf ", "预算fdp.pdf")]
    [InlineData("a<b>:c.pdf", "abc.pdf")]
    [InlineData("关于𬭛的通知.pdf", "关于𬭛的通知.pdf")]
    [InlineData(".pdf", null)]
    [InlineData("nothing", null)]
    [InlineData("𬭛\u200B.pdf", "𬭛.pdf")]
    [InlineData("a\uFFFE.pdf", null)]
    [InlineData("a\0.pdf", null)]
    public void SentName_IsCleaned(string sent, string? expected)
    {
        // Act
        var name = FileNames.Clean(sent);

        // Assert
        Assert.Equal(expected, name);
    }

    private const string Open = "application/vnd.openxmlformats-officedocument.";

    /// <summary>The beginning of a workbook with one sheet of that kind.</summary>
    private static byte[] Sheets(byte kind) => [0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x85, 0, 8, 0, 0, 0, 0, 0, 0, kind, 0, 0, 0x0A, 0, 0, 0];

    private static byte[] PackedPdf(string objects)
    {
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflater.Write(Samples.Text(objects));
        }
        return [.. "%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\r\n"u8, .. packed.ToArray(), .. "\nendstream endobj\n%%EOF"u8];
    }
}
