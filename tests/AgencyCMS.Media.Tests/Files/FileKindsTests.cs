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
        { "letter.docx", Samples.Zip("[Content_Types].xml", "word/document.xml") },
        { "table.xlsx", Samples.Zip("[Content_Types].xml", "xl/workbook.xml") },
        { "talk.pptx", Samples.Zip("[Content_Types].xml", "ppt/presentation.xml") },
        { "red.ofd", Samples.Zip("OFD.xml", "Doc_0/Document.xml") },
        { "old.doc", Samples.Ole("WordDocument") },
        { "old.xls", Samples.Ole("Workbook") },
        { "old.ppt", Samples.Ole("PowerPoint Document") },
        { "kept.wps", Samples.Ole("WordDocument") },
        { "all.zip", Samples.Zip("附件/一.pdf", "附件/二.docx") },
        { "list.csv", Samples.Text("名称,金额\n道路,12\n") },
        { "note.txt", Encoding.Latin1.GetBytes("\u00b9\u00ab\u00bf\u00aa") },
    };

    public static TheoryData<string, byte[]> Refused { get; } = new()
    {
        { "page.pdf", Samples.Text("<!DOCTYPE html><script>x()</script>") },
        { "program.pdf", Samples.Program },
        { "picture.png", Samples.Pdf() },
        { "letter.docx", Samples.Zip("[Content_Types].xml", "xl/workbook.xml") },
        { "letter.docx", Samples.Zip("evil.exe") },
        { "letter.docx", Samples.Pdf() },
        { "macros.docx", Samples.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "setup.doc", Samples.Ole("_Tables") },
        { "all.zip", Samples.Zip("fine.pdf", "run.exe") },
        { "all.zip", Samples.Zip("page.html") },
        { "note.txt", Samples.Text("  <html><body onload=x()>") },
        { "note.txt", Samples.Text("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>") },
        { "note.txt", Samples.Program },
        { "list.csv", [0xFF, 0xFE, 0x3C, 0, 0x68, 0] },
    };

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
    public void SentName_IsCleaned(string sent, string? expected)
    {
        // Act
        var name = FileNames.Clean(sent);

        // Assert
        Assert.Equal(expected, name);
    }
}
