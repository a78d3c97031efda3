using AgencyCMS.Search.Engine.Storage;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AgencyCMS.Search.Tests.Engine.Queries;

/// <summary>No string that a person or an attacker types makes a search fail.</summary>
public sealed class HostileQueryTests : EngineTest
{
    private readonly SearchIndex _index;

    public HostileQueryTests()
    {
        _index = Use(Given.Index(Folder.Of("index"), Given.Document("a", "关于政务公开的A类通知", "第1条 abc 政务公开。")));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(HostileText)])]
    public void Search_AnyTextAndFilters_Answers(string text, string filter)
    {
        var result = _index.Search(Given.Request(text) with { Entry = filter, Genre = filter, Page = filter.GetHashCode(StringComparison.Ordinal) });

        Assert.NotNull(result);
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("政\udc00务")]
    [InlineData("\"\"\"“”「」『』[]{}()*?~^:\\/+-&&||!AND OR NOT")]
    [InlineData("*:*")]
    [InlineData("\0\u0001\uffff")]
    public void Search_SignsOfOtherQueryLanguages_Answers(string text)
    {
        Assert.NotNull(_index.Search(Given.Request(text)));
    }

    [Fact]
    public void Search_AMillionCharacters_Answers()
    {
        Assert.NotNull(_index.Search(Given.Request(string.Concat(Enumerable.Repeat("政务 \"", 200_000)))));
    }

    [Fact]
    public void Search_ThatNobodyWaitsForAnyMore_Ends()
    {
        // Arrange
        using var gone = new CancellationTokenSource();
        gone.Cancel();

        // Act
        var search = () => _index.Search(Given.Request("政务公开"), gone.Token);

        // Assert
        Assert.Throws<OperationCanceledException>(search);
    }

    private static class HostileText
    {
        private static readonly string[] Pieces =
            ["\"", "“", "”", "「", "」", " ", "　", "〔", "〕", "政", "务", "政务公开", "a", "A类", "1", "2010", "*", "?", "\\", "\ud840", "\udc00", "𠮷", "\0", "。", "\n", "-", "号"];

        public static Arbitrary<string> Strings()
        {
            var pieces = Gen.Elements(Pieces).ListOf().Select(list => string.Concat(list));
            return Gen.OneOf(pieces, ArbMap.Default.GeneratorFor<string>().Where(text => text is not null)).ToArbitrary();
        }
    }
}
