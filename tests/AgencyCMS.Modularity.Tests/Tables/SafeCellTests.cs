using AgencyCMS.Modularity.Tables;

namespace AgencyCMS.Modularity.Tests.Tables;

public sealed class SafeCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData(" =1", "' =1")]
    [InlineData("　＝1", "'　＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'a", "'a")]
    [InlineData("标题", "标题")]
    [InlineData("1-2", "1-2")]
    [InlineData("", "")]
    public void Text_WrittenIntoACell_IsNoFormula(string text, string cell)
    {
        // Act
        var written = SafeCell.Write(text);

        // Assert
        Assert.Equal(cell, written);
        Assert.Equal(text, SafeCell.Read(written));
    }

    [Fact]
    public async Task Table_WithQuotesAndLineBreaks_HasEachValueInQuotes()
    {
        // Arrange
        using var target = new MemoryStream();

        // Act
        await using (var table = new CsvTable(target))
        {
            await table.AddAsync(["a\"b", "c\nd", "=1"]);
        }

        // Assert
        Assert.Equal("\uFEFF\"a\"\"b\",\"c\nd\",\"'=1\"\r\n", System.Text.Encoding.UTF8.GetString(target.ToArray()));
    }
}
