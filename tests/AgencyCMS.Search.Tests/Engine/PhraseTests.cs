using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Storage;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AgencyCMS.Search.Tests.Engine;

/// <summary>A phrase finds exactly the texts in which its pieces stand in a row.</summary>
public sealed class PhraseTests : EngineTest
{
    private const string Break = "。";

    private static readonly string[] Pieces = ["甲", "乙", "丙", "7", Break];

    private readonly string[][] _texts;
    private readonly SearchIndex _index;

    public PhraseTests()
    {
        _texts = [.. Texts(1, 14).Sample(SearchRequest.MaxPageSize, 25)];
        _index = Use(Given.Index(Folder.Of("phrases"), [.. _texts.Select((text, i) => Given.Document($"{i}", Write(text), "别的内容"))]));
    }

    [Property(MaxTest = 400)]
    public Property Search_Phrase_FindsTheTextsThatHoldItInOnePiece() => Prop.ForAll(
        Texts(1, 6).Where(phrase => phrase[0] != Break && phrase[^1] != Break).ToArbitrary(),
        phrase =>
        {
            var expected = Enumerable.Range(0, _texts.Length).Where(i => Holds(_texts[i], phrase)).Select(i => $"{i}").Order(StringComparer.Ordinal);

            var found = _index.Search(Given.Request($"\"{Write(phrase)}\"") with { PageSize = SearchRequest.MaxPageSize })!;

            Assert.True(expected.SequenceEqual(found.Ids().Order(StringComparer.Ordinal)), $"{Write(phrase)} in {string.Join(" | ", found.Hits.Select(hit => hit.Title.Marked()))}");
        });

    /// <summary>Breaks in a row count as one, as they do in a text.</summary>
    private static Gen<string[]> Texts(int shortest, int longest) =>
        from length in Gen.Choose(shortest, longest)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), length)
        select pieces.Where((piece, i) => i == 0 || piece != Break || pieces[i - 1] != Break).ToArray();

    /// <summary>Spaces keep words apart and mean nothing else.</summary>
    private static string Write(string[] pieces) => string.Join(' ', pieces);

    private static bool Holds(string[] text, string[] phrase) =>
        Enumerable.Range(0, Math.Max(0, text.Length - phrase.Length + 1)).Any(start => text.AsSpan(start, phrase.Length).SequenceEqual(phrase));
}
