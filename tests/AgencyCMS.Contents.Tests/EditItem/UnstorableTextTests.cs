using System.Net;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Contents.Tests.EditItem;

/// <summary>Characters that one store or page cannot hold are turned away where they come in, on every database alike.</summary>
public abstract class UnstorableTextTests(ContentsSite site)
{
    public static TheoryData<string, string> Characters { get; } = new() { { "\0", "U+0000" }, { "\uFFFE", "U+FFFE" }, { "\uFFFF", "U+FFFF" }, { "\u000B", "U+000B" } };

    [Theory]
    [MemberData(nameof(Characters))]
    public async Task Title_WithACharacterThatCannotBeKept_IsRefusedAndNamesIt(string character, string name)
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "a" + character + "b"));

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = (await Browser.ParseAsync(answer)).Body!.TextContent;
        Assert.Contains("TitlePart.Title", text, StringComparison.Ordinal);
        Assert.Contains(name, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignInName_WithACharacterThatCannotBeKept_IsRefused()
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var answer = await reader.SignInAsync("a\uFFFE", "anything");

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task FileName_WithACharacterThatCannotBeKept_IsRefused()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");
        var form = await editor.ReadAsync("admin/contents/new/Page");

        // Act
        var answer = await editor.SubmitAsync(form, form.QuerySelector("form[data-guard]")!.GetAttribute("action")!, [("AttachmentsPart.Upload", "a\uFFFE.pdf", "%PDF-1.7\n%%EOF"u8.ToArray())], ("TitlePart.Title", "x"));

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("admin/contents?q=%EF%BF%BE")]
    [InlineData("search?q=%00")]
    [InlineData("a%EF%BF%BE")]
    public async Task Address_WithACharacterThatCannotBeKept_IsNoFailure(string address)
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var status = await editor.StatusAsync(address);

        // Assert
        Assert.InRange((int)status, 400, 499);
    }

    [Fact]
    public async Task Title_WithRareCharacters_IsKept()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "𬭛与𠮷\t的通知"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}

public sealed class UnstorableTextOnSqliteTests(SqliteSite site) : UnstorableTextTests(site), IClassFixture<SqliteSite>;

public sealed class UnstorableTextOnPostgreSqlTests(PostgreSqlSite site) : UnstorableTextTests(site), IClassFixture<PostgreSqlSite>;
