using AgencyCMS.ContentManagement.Items.Comparison;
using FsCheck.Xunit;

namespace AgencyCMS.ContentManagement.Tests.Items;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("关于印发工作要点的通知", "关于修订工作要点的通知", "关于[-印发-]{+修订+}工作要点的通知")]
    [InlineData("自2024年3月1日起施行", "自2025年3月1日起施行", "自[-2024-]{+2025+}年3月1日起施行")]
    [InlineData("the old law", "the new law", "the [-old-]{+new+} law")]
    [InlineData("甲方的报告", "乙县的总结", "[-甲方的报告-]{+乙县的总结+}")]
    [InlineData("", "新", "{+新+}")]
    [InlineData("旧", "", "[-旧-]")]
    [InlineData("a < b", "a < c", "a < [-b-]{+c+}")]
    [InlineData("<p>一二</p><p>三四</p>", "<p>一二</p><p>新段</p><p>三四</p>", "<p>一二</p>{+<p>新段</p>+}<p>三四</p>")]
    [InlineData("<p>公开</p>", "<p class=\"x\">公开</p>", "[-<p>-]{+<p class=\"x\">+}公开</p>")]
    public void Difference_ReadsWell(string before, string after, string expected) => Assert.Equal(expected, Show(TextDiff.Between(before, after)));

    [Fact]
    public void Tag_IsMarkedAsMarkup()
    {
        // Act
        var segments = TextDiff.Between("<p>x</p>", "<p>y</p>");

        // Assert
        Assert.Equal(["<p>", "</p>"], segments.Where(segment => segment.IsMarkup).Select(segment => segment.Text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void LongTexts_ThatDifferEverywhere_AreComparedWithinTheBudget(int step)
    {
        // Arrange
        var random = new Random(step);
        var before = string.Concat(Enumerable.Range(0, 300_000).Select(_ => (char)('一' + random.Next(200))));
        var after = string.Concat(before.Where((_, index) => index % (step * 10) != 0));

        // Act
        var segments = TextDiff.Between(before, after);

        // Assert
        Assert.Equal(after, string.Concat(segments.Where(segment => segment.Change is not TextChange.Deleted).Select(segment => segment.Text)));
    }

    [Fact]
    public void LongText_OfSignsThatBeginNoTag_IsCutOnce()
    {
        // Arrange
        var text = string.Concat(Enumerable.Repeat("<a ", 300_000));

        // Act
        var segments = TextDiff.Between(text, text + "b");

        // Assert
        Assert.Equal("b", segments[^1].Text);
    }

    [Property]
    public void Segments_MakeUpBothTexts(string? before, string? after)
    {
        // Act
        var segments = TextDiff.Between(before ?? "", after ?? "");

        // Assert
        Assert.Equal(before ?? "", string.Concat(segments.Where(segment => segment.Change is not TextChange.Inserted).Select(segment => segment.Text)));
        Assert.Equal(after ?? "", string.Concat(segments.Where(segment => segment.Change is not TextChange.Deleted).Select(segment => segment.Text)));
    }

    [Property]
    public void Segments_OfManySharedCharacters_MakeUpBothTexts(bool[] before, bool[] after)
    {
        // Arrange
        var (one, other) = (Text(before), Text(after));

        // Act
        var segments = TextDiff.Between(one, other);

        // Assert
        Assert.Equal(one, string.Concat(segments.Where(segment => segment.Change is not TextChange.Inserted).Select(segment => segment.Text)));
        Assert.Equal(other, string.Concat(segments.Where(segment => segment.Change is not TextChange.Deleted).Select(segment => segment.Text)));

        static string Text(bool[] choices) => string.Concat(choices.Select(choice => choice ? '公' : '开'));
    }

    [Fact]
    public void TextsWithoutAnythingInCommon_AreOneReplacement()
    {
        // Arrange
        var before = string.Concat(Enumerable.Range(0x4E00, 5000).Select(code => (char)code));
        var after = string.Concat(Enumerable.Range(0x7000, 5000).Select(code => (char)code));

        // Act
        var segments = TextDiff.Between(before, after);

        // Assert
        Assert.Equal([new(TextChange.Deleted, before), new TextSegment(TextChange.Inserted, after)], segments);
    }

    private static string Show(IEnumerable<TextSegment> segments) => string.Concat(segments
        .GroupBySequence(segment => segment.Change)
        .Select(run => run.Change switch
        {
            TextChange.Deleted => $"[-{run.Text}-]",
            TextChange.Inserted => $"{{+{run.Text}+}}",
            _ => run.Text,
        }));
}
