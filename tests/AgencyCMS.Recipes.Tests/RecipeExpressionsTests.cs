using System.Text.Json.Nodes;
using AgencyCMS.Recipes.Expressions;
using AgencyCMS.Recipes.Files;
using AgencyCMS.Recipes.Running;
using FsCheck.Xunit;

namespace AgencyCMS.Recipes.Tests;

public sealed class RecipeExpressionsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2024, 2, 29, 8, 30, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("recipe").FullName;
    private readonly List<ExpressionIssue> _issues = [];
    private readonly Dictionary<string, string> _variables = [];
    private readonly Dictionary<string, string> _parameters = [];
    private readonly Dictionary<string, string> _configuration = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("[js: 'a' + 'b']", "ab")]
    [InlineData("[js:'a']", "a")]
    [InlineData("[JS: 1 + 4]", "5")]
    [InlineData("[js: true]", "True")]
    [InlineData("[js: null]", "")]
    [InlineData("[js: const a = [1, 2]; a.join('-')]", "1-2")]
    [InlineData("[js: return 'x';]", "x")]
    [InlineData("[js: new Date().toISOString()]", "2024-02-29T08:30:00.000Z")]
    [InlineData("[js: JSON.stringify({ a: 1 })]", "{\"a\":1}")]
    [InlineData("[js: base64('5pS/5Yqh5YWs5byA')]", "政务公开")]
    [InlineData("[js: html('&lt;p&gt;')]", "<p>")]
    [InlineData("[js: gzip('H4sIAAAAAAACA0sEAEO+t+gBAAAA')]", "YQ==")]
    [InlineData("[js: getUrlPrefix()]", "/agency-a")]
    [InlineData("[js: getUrlPrefix('/list/')]", "/agency-a/list")]
    [InlineData("[js: configuration('Missing', 'Admin')]", "Admin")]
    [InlineData("[js: parameters('Missing')]", "")]
    public void Expression_IsReplaced_ByItsValue(string expression, string value)
    {
        Assert.Equal(value, Resolve(expression));
        Assert.Empty(_issues);
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("[ fancy ]")]
    [InlineData("[ js: 1 ]")]
    [InlineData("[12: a]")]
    [InlineData("js: 1")]
    [InlineData("[]")]
    [InlineData("")]
    public void Text_OfAnotherForm_IsLeftAlone(string text)
    {
        Assert.Equal(text, Resolve(text));
        Assert.Empty(_issues);
    }

    [Property]
    public void Text_WithoutBrackets_IsLeftAlone(string? text)
    {
        // Arrange
        var plain = (text ?? "").TrimStart('[');

        // Act
        var value = Resolve(plain);

        // Assert
        Assert.Equal(plain, value);
    }

    [Theory]
    [InlineData("[Note: see below]")]
    [InlineData("[js: createWorkflowToken('a', 'b')]")]
    [InlineData("[js: getUrlPrefix(encodeURI(createWorkflowToken('a')))]")]
    [InlineData("[js: process.exit()]")]
    [InlineData("[file: delete('x')]")]
    [InlineData("[file:text('missing.html')]")]
    public void UnknownFunction_KeepsTheText_NamingItsPlace(string text)
    {
        // Act
        var value = Resolve(text);

        // Assert
        Assert.Equal(text, value);
        Assert.Equal("data[0].Html", Assert.Single(_issues).Path);
        Assert.True(_issues[0].Cause.MayBeKept);
    }

    [Theory]
    [InlineData("[js: variables('nobody')]")]
    [InlineData("[js: this is no script]")]
    [InlineData("[js: while (true) {}]")]
    [InlineData("[js: let s = 'a'; for (let i = 0; i < 40; i++) { s += s; } s]")]
    [InlineData("[js: 'a'.repeat(100000000)]")]
    [InlineData("[js: eval('1')]")]
    [InlineData("[js: (function f() { f(); })()]")]
    [InlineData("[js: base64('*')]")]
    [InlineData("[js: new ArrayBuffer(2e9)]")]
    [InlineData("[js: new Uint8Array(2e9)]")]
    [InlineData("[js: new Array(4e9)]")]
    [InlineData("[js: [].constructor(4e9)]")]
    [InlineData("[js: []['constructor'](4e9)]")]
    [InlineData("[js: 'a'['rep' + 'eat'](1e9)]")]
    [InlineData("[js: String.prototype.repeat.call('a', 1e9)]")]
    [InlineData("[js: Array.prototype.join.call({ length: 1e9 }, 'abc')]")]
    [InlineData("[js: 'a'.replace(/a/g, 'b')]")]
    [InlineData("[js: /(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')]")]
    [InlineData("[js: 9n ** 99999999n]")]
    [InlineData("[js: const s = 'aaaaaaaaaaaaaaaa'; const t = `${s}${s}`; [1, 2].join(t)]")]
    [InlineData("[js: [1, 2].map(x => x)]")]
    public void BrokenExpression_IsAnError(string text)
    {
        // Act
        Resolve(text);

        // Assert
        Assert.False(Assert.Single(_issues).Cause.MayBeKept);
    }

    [Fact]
    public void Script_ThatMultipliesAText_EndsBeforeItIsLarge()
    {
        // Arrange
        var text = "[js: const a = '" + new string('x', 8000) + "'; " + string.Concat("bcdefgh".Select(name =>
            $"const {name} = {string.Join(" + ", Enumerable.Repeat((char)(name - 1), 3))}; ")) + "h]";
        var before = GC.GetAllocatedBytesForCurrentThread();

        // Act
        Resolve(text);

        // Assert
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 512L * 1024 * 1024);
    }

    [Fact]
    public void Variable_UsedTwice_HasOneValue()
    {
        // Arrange
        _variables["id"] = "[js: uuid()]";
        var step = new JsonObject { ["a"] = "[js: variables('id')]", ["b"] = new JsonArray("[js: variables('id') + '!']") };

        // Act
        var resolved = Expressions().Resolve(step, _issues.Add);

        // Assert
        Assert.True(RecipeIds.IsWellFormed((string)resolved["a"]!));
        Assert.Equal((string)resolved["a"]! + "!", (string)resolved["b"]![0]!);
    }

    [Fact]
    public void Variables_ThatReferToEachOther_AreAnError()
    {
        // Arrange
        _variables["a"] = "[js: variables('b')]";
        _variables["b"] = "[js: variables('a')]";

        // Act
        Resolve("[js: variables('a')]");

        // Assert
        Assert.Equal(RecipeMessages.CircularExpression, Assert.Single(_issues).Cause.Reason);
    }

    [Fact]
    public void Value_ThatIsAnExpression_IsEvaluatedAgain()
    {
        // Arrange
        _parameters["SiteName"] = "[js: 'a' + 'b']";

        // Act, Assert
        Assert.Equal("ab", Resolve("[js: parameters('sitename')]"));
    }

    [Fact]
    public void CompanionFile_InTheFolder_IsRead()
    {
        // Arrange
        Directory.CreateDirectory(Path.Combine(_folder, "Snippets"));
        File.WriteAllText(Path.Combine(_folder, "Snippets", "a.html"), "<p>公开</p>");

        // Act, Assert
        Assert.Equal("<p>公开</p>", Resolve("[file:text('Snippets/a.html')]"));
        Assert.Equal(Convert.ToBase64String("<p>公开</p>"u8), Resolve("[file:base64('Snippets/a.html')]"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("base64")]
    public void CompanionFile_NamedAgainAndAgain_EndsTheRecipe(string function)
    {
        // Arrange
        File.WriteAllText(Path.Combine(_folder, "large.txt"), new string('x', 8 * 1024 * 1024));
        var step = new JsonObject { ["data"] = new JsonArray([.. Enumerable.Range(0, 100).Select(_ => (JsonNode)$"[file:{function}('large.txt')]")]) };
        var before = GC.GetAllocatedBytesForCurrentThread();

        // Act
        Expressions().Resolve(step, _issues.Add);

        // Assert
        Assert.Contains(_issues, issue => issue.Cause is { MayBeKept: false, Reason.Code: "recipes.values-too-long" });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024L * 1024 * 1024);
    }

    [Fact]
    public void Variable_NamedAgainAndAgain_EndsTheRecipe()
    {
        // Arrange
        _variables["long"] = new string('x', 1024 * 1024);
        var step = new JsonObject { ["data"] = new JsonArray([.. Enumerable.Range(0, 100).Select(_ => (JsonNode)"[js: variables('long')]")]) };

        // Act
        Expressions().Resolve(step, _issues.Add);

        // Assert
        Assert.Contains(_issues, issue => issue.Cause.Reason.Code == "recipes.values-too-long");
    }

    [Theory]
    [InlineData("../{0}.secret")]
    [InlineData("/etc/hostname")]
    [InlineData("..\\{0}.secret")]
    [InlineData("link")]
    public void CompanionFile_OutsideTheFolder_IsNotRead(string path)
    {
        // Arrange
        var secret = _folder + ".secret";
        File.WriteAllText(secret, "secret");
        File.CreateSymbolicLink(Path.Combine(_folder, "link"), secret);

        // Act
        using var stream = new RecipeFolder(_folder).OpenRead(string.Format(null, path, Path.GetFileName(_folder)));

        // Assert
        Assert.Null(stream);
        File.Delete(secret);
    }

    [Fact]
    public void PropertyNames_AreNotEvaluated()
    {
        // Act
        var resolved = Expressions().Resolve(new() { ["[js: 1]"] = 2 }, _issues.Add);

        // Assert
        Assert.Equal("[js: 1]", Assert.Single(resolved).Key);
    }

    private string Resolve(string text)
    {
        var step = new JsonObject { ["data"] = new JsonArray(new JsonObject { ["Html"] = text }) };
        return (string)Expressions().Resolve(step, _issues.Add)["data"]![0]!["Html"]!;
    }

    private RecipeExpressions Expressions() => new(
        _variables,
        new RecipeEnvironment { Parameters = _parameters, Configuration = _configuration, UrlPrefix = "agency-a" },
        new RecipeFolder(_folder),
        new PinnedClock(Now));
}
