using System.Text;
using AgencyCMS.Search.Engine.Storage;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AgencyCMS.Search.Tests.Engine;

/// <summary>Whatever a person remembers of a title finds it.</summary>
public sealed class TitleSubstringTests : EngineTest
{
    private static readonly string[] Titles =
    [
        "徐水县人民政府办公室关于印发《2010年政务公开暨行政权力公开透明运行工作方案》的通知",
        "关于深化“放管服”改革、优化营商环境的实施意见",
        "环保分局政务公开工作开展情况",
        "2021年度部门决算（草案）公开说明",
        "COVID-19疫情期间A类企业复工𠮷野家名单",
        "一、二、三季度经济运行情况分析",
    ];

    private readonly SearchIndex _index;

    public TitleSubstringTests()
    {
        var documents = Titles.Select((title, i) => Given.Document($"{i}", title, "与标题无关的正文")).ToArray();
        _index = Use(Given.Index(Folder.Of("titles"), documents));
    }

    [Property(MaxTest = 400)]
    public Property Search_AnyPieceOfATitle_FindsTheTitle() => Prop.ForAll(Pieces(), piece =>
    {
        var found = _index.Search(Given.Request(piece.Text))!;

        Assert.False(found.IsLoose, piece.Text);
        Assert.Contains($"{piece.Title}", found.Ids());
    });

    private static Arbitrary<(int Title, string Text)> Pieces() =>
        (from title in Gen.Choose(0, Titles.Length - 1)
         let runes = Titles[title].EnumerateRunes().ToArray()
         from length in Gen.Choose(1, 8)
         from start in Gen.Choose(0, runes.Length - length)
         let piece = string.Concat(runes.Skip(start).Take(length))
         where runes.Skip(start).Take(length).All(IsIdeographOrMark) && piece.EnumerateRunes().Any(Rune.IsLetter)
         select (title, piece)).ToArbitrary();

    private static bool IsIdeographOrMark(Rune rune) => !char.IsAsciiLetterOrDigit((char)Math.Min(rune.Value, char.MaxValue));
}
