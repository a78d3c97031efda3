using System.Text.Json.Nodes;
using AgencyCMS.Disclosure.Import;
using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Disclosure.Tests.Import;

public sealed class ImportLineTests
{
    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2026年11月22日")]
    [InlineData("2026/11/22")]
    [InlineData("20261122")]
    public void Read_ADateAsOfficesWriteIt_IsThatDay(string text)
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", ["formedOn"] = text });

        // Assert
        Assert.Equal(new DateTime(2026, 11, 22), line.FormedOn);
    }

    [Fact]
    public void Read_ADateThatIsNone_IsRefusedByName()
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", ["formedOn"] = "去年" });

        // Assert
        Assert.Contains("去年", Assert.Single(line.Faults).ToEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ChineseHeadings_AreUnderstoodWithoutAMap()
    {
        // Act
        var line = Read(new JsonObject { ["标题"] = "关于放假的通知", ["文号"] = "澄财〔2026〕3号" });

        // Assert
        Assert.Equal(("关于放假的通知", "澄财〔2026〕3号"), (line.Title, line.DocumentNumber));
    }

    [Fact]
    public void Read_Paragraphs_BecomeEncodedHtml()
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", ["paragraphs"] = new JsonArray("一、<总则>", "二") });

        // Assert
        Assert.Equal("<p>一、&lt;总则&gt;</p><p>二</p>", line.Body);
    }

    [Fact]
    public void Read_AnUnknownColumn_IsNamed()
    {
        // Act
        var line = Read(new JsonObject { ["title"] = "通知", ["处室领导"] = "某" });

        // Assert
        Assert.Equal(["处室领导"], line.Unknown);
    }

    [Fact]
    public async Task File_WithABrokenLine_IsReadOnBehindIt()
    {
        // Arrange
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "lines.jsonl");
        await File.WriteAllTextAsync(path, "{\"title\":\"一\"}\n{broken\n\n{\"title\":\"二\"}\n");

        // Act
        var records = new List<ImportRecord>();
        await foreach (var record in ImportFile.ReadAsync(path, CancellationToken.None))
        {
            records.Add(record);
        }

        // Assert
        Assert.Equal([(1, false), (2, true), (4, false)], records.Select(record => (record.Line, record.Fault is not null)));
    }

    [Fact]
    public async Task File_OfCommaSeparatedValues_HasARecordForEachRow()
    {
        // Arrange
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "table.csv");
        await File.WriteAllTextAsync(path, "标题,文号\n\"关于甲、乙的通知\",澄财〔2026〕1号\n");

        // Act
        var lines = new List<ImportLine>();
        await foreach (var record in ImportFile.ReadAsync(path, CancellationToken.None))
        {
            lines.Add(ImportLine.Read(record, new ImportMap()));
        }

        // Assert
        Assert.Equal("关于甲、乙的通知", Assert.Single(lines).Title);
    }

    private static ImportLine Read(JsonObject values) => ImportLine.Read(new ImportRecord(1, values), new ImportMap());
}
