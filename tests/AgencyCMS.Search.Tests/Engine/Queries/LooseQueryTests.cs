using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Storage;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AgencyCMS.Search.Tests.Engine.Queries;

/// <summary>A sentence that stands nowhere finds what holds most of its pairs.</summary>
public sealed class LooseQueryTests : EngineTest
{
    private static readonly char[] Ideographs = ['甲', '乙', '丙', '丁', '戊'];

    private readonly (string Title, string Body)[] _texts;
    private readonly SearchIndex _index;

    public LooseQueryTests()
    {
        _texts = [.. Runs(2, 6).SelectMany(title => Runs(2, 12).Select(body => (title, body))).Sample(SearchRequest.MaxPageSize, 25)];
        _index = Use(Given.Index(Folder.Of("pairs"), [.. _texts.Select((text, i) => Given.Document($"{i}", text.Title, text.Body))]));
    }

    [Property(MaxTest = 400)]
    public Property Search_SentenceThatIsNowhere_FindsWhatHoldsThreeFifthsOfItsPairs() => Prop.ForAll(
        Runs(3, 9).Where(sentence => PairsOf(sentence).Count >= 2 && !_texts.Any(text => text.Title.Contains(sentence, StringComparison.Ordinal) || text.Body.Contains(sentence, StringComparison.Ordinal))).ToArbitrary(),
        sentence =>
        {
            var least = PairsOf(sentence).Count * 0.6;
            var expected = Enumerable.Range(0, _texts.Length).Where(i => PairsOf(sentence).Count(pair => Holds(_texts[i], pair)) >= least).Select(i => $"{i}").Order(StringComparer.Ordinal);

            var found = _index.Search(Given.Request(sentence) with { PageSize = SearchRequest.MaxPageSize })!;

            Assert.True(expected.SequenceEqual(found.Ids().Order(StringComparer.Ordinal)), sentence);
            Assert.Equal(found.Total > 0, found.IsLoose);
        });

    [Fact]
    public void Search_SentenceThatIsNowhere_PutsWhatHoldsMoreOfItFirst()
    {
        var result = Search("部门预算公开", Given.Document("most", "部门预算及说明"), Given.Document("all", "部门预算的公开，门预，算公"));

        Assert.Equal(["all", "most"], result.Ids());
    }

    [Fact]
    public void Search_SentenceThatIsNowhere_PutsTitlesBeforeBodies()
    {
        var result = Search("部门预算公开", Given.Document("body", "通知", "部门预算的公开"), Given.Document("title", "部门预算的公开"));

        Assert.Equal(["title", "body"], result.Ids());
    }

    [Fact]
    public void Search_SentenceThatIsNowhere_StaysWithinWhatIsChosen()
    {
        var request = Given.Request("部门预算公开") with { From = new DateOnly(2022, 1, 1) };

        var result = Search(
            request,
            Given.Document("before", "部门预算的公开").PublishedOn(2021, 6, 1),
            Given.Document("b", "部门预算"),
            Given.Document("c", "采购"),
            Given.Document("d", "部门预算的公开"));

        Assert.Equal(["d", "b"], result.Ids());
    }

    private static Gen<string> Runs(int shortest, int longest) =>
        from length in Gen.Choose(shortest, longest)
        from ideographs in Gen.ArrayOf(Gen.Elements(Ideographs), length)
        select new string(ideographs);

    private static HashSet<string> PairsOf(string run) => [.. Enumerable.Range(0, run.Length - 1).Select(i => run.Substring(i, 2))];

    private static bool Holds((string Title, string Body) text, string pair) =>
        text.Title.Contains(pair, StringComparison.Ordinal) || text.Body.Contains(pair, StringComparison.Ordinal);
}
