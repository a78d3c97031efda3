using System.Net;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Contents.Tests.EditItem;

/// <summary>A title is what it looks like: nothing in it turns it round, and of two that look alike none holds more than the other.</summary>
public abstract class UnseenTextTests(ContentsSite site)
{
    [Theory]
    [InlineData("\u202E", "U+202E")]
    [InlineData("\u2067", "U+2067")]
    [InlineData("\u200F", "U+200F")]
    [InlineData("\u2028", "U+2028")]
    public async Task Title_WithACharacterThatNobodySees_IsRefusedWithWhatWasTyped(string character, string name)
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "放假" + character + "通知"), ("HtmlBodyPart.Html", "<p>typed long</p>"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ParseAsync(answer);
        Assert.Contains(name, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("typed long", page.QuerySelector("[name='HtmlBodyPart.Html']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_WithAccidentsOfOfficePrograms_IsKeptWithoutThem()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "\uFEFF放\u200B假\u00AD通\u2060知"));

        // Assert
        var item = await site.LatestAsync(EditItemTests.IdOf(answer));
        Assert.Equal(("放假通知", "放假通知"), (item.Part<TitlePart>()!.Title, item.DisplayText));
    }

    [Fact]
    public async Task Title_BroughtByAnotherProgramWithAccidents_IsKeptWithoutThem()
    {
        // Arrange
        var item = ContentsSite.NewPage("放\u200B假", "unseen-brought");

        // Act
        var row = await site.PublishAsync(item);

        // Assert
        Assert.Equal("放假", row.DisplayText);
    }

    [Fact]
    public async Task Field_WithACharacterThatTurnsTheOrder_IsRefused()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "A motto"), ("Page.Motto", "a\u202Eb"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Reason_WithACharacterThatTurnsTheOrder_LeavesTheItemPublic()
    {
        // Arrange
        var item = ContentsSite.NewPage("Stays public", "unseen-reason");
        await site.PublishAsync(item);
        using var chief = await site.SignInAsync("chief");

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{item.ContentItemId}"), "/withdraw", ("Reason", "a\u202Eb"));

        // Assert
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync("unseen-reason"));
    }

    [Fact]
    public async Task Body_WithACharacterThatTurnsTheOrder_IsPublishedWithoutIt()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Straight", "unseen-body", "<p>from \u202Eto&#x2066; here</p>"));
        using var reader = site.Browse();

        // Act
        var page = await reader.TextAsync("unseen-body");

        // Assert
        Assert.Contains("from to here", page, StringComparison.Ordinal);
    }
}

public sealed class UnseenTextOnSqliteTests(SqliteSite site) : UnseenTextTests(site), IClassFixture<SqliteSite>;

public sealed class UnseenTextOnPostgreSqlTests(PostgreSqlSite site) : UnseenTextTests(site), IClassFixture<PostgreSqlSite>;
