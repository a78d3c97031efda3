using System.Net;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Contents.Tests.Fixtures;
using AngleSharp.Dom;

namespace AgencyCMS.Contents.Tests.PreviewItem;

/// <summary>What staff see of an item before readers do.</summary>
public abstract class PreviewItemTests(ContentsSite site)
{
    [Fact]
    public async Task Preview_OfADraft_IsForStaffAloneAndKeptByNobody()
    {
        // Arrange
        var item = ContentsSite.NewPage("Previewed", "previewed", "<p>Almost done</p>");
        await site.DraftAsync(item);
        using var reviewer = await site.SignInAsync("reviewer");
        var page = await reviewer.ReadAsync($"admin/contents/{item.ContentItemId}");
        var address = AddressIn(page);
        using var reader = site.Browse();
        using var stranger = await site.SignInAsync("stranger", site.Neighbour);

        // Act
        var shown = await reviewer.GetAsync(address);
        var refused = await reader.GetAsync(address);
        var elsewhere = await stranger.StatusAsync(address.Replace("/finance/", "/neighbour/", StringComparison.Ordinal));

        // Assert
        Assert.Contains("Almost done", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", shown.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere);
    }

    [Fact]
    public async Task Preview_OfAnItemTypedInto_ShowsWhatWasTyped()
    {
        // Arrange
        var item = ContentsSite.NewPage("Half typed", "half-typed");
        await site.DraftAsync(item);
        using var editor = await site.SignInAsync("editor");
        var page = await editor.ReadAsync($"admin/contents/{item.ContentItemId}");
        var form = page.QuerySelector("form[data-autosave]")!;
        form.SetAttribute("action", form.GetAttribute("data-autosave")!);
        await editor.SubmitAsync(page, "/autosave", ("HtmlBodyPart.Html", "<p>Typed<script>x()</script> just now</p>"));

        // Act
        var shown = await editor.ReadAsync(AddressIn(page));

        // Assert
        Assert.Contains("Typed just now", shown.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfAnOldVersion_ShowsThatVersion()
    {
        // Arrange
        var item = ContentsSite.NewPage("Twice written", "twice-written", "<p>Old wording</p>");
        await site.DraftAsync(item);
        item.Alter<HtmlBodyPart>(part => part.Html = "<p>New wording</p>");
        await site.DraftAsync(item, stamp: 1);
        using var editor = await site.SignInAsync("editor");
        var versions = await editor.ReadAsync($"admin/contents/{item.ContentItemId}/versions");

        // Act
        var shown = await editor.ReadAsync(versions.QuerySelectorAll("a[href*='/preview/']")[^1].GetAttribute("href")!);

        // Assert
        Assert.Contains("Old wording", shown.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_WithAKeyOfNoOnesMaking_IsNotFound()
    {
        // Arrange
        using var editor = await site.SignInAsync("editor");

        // Act
        var status = await editor.StatusAsync("preview/made-up");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Preview_ForStaffWithoutThePermission_IsForbidden()
    {
        // Arrange
        var item = ContentsSite.NewPage("Not for clerks", "not-for-clerks");
        await site.DraftAsync(item);
        using var editor = await site.SignInAsync("editor");
        var address = AddressIn(await editor.ReadAsync($"admin/contents/{item.ContentItemId}"));
        using var clerk = await site.SignInAsync("clerk");

        // Act
        var status = await clerk.StatusAsync(address);

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    private static string AddressIn(IDocument page) => page.QuerySelector("a[href*='/preview/']")!.GetAttribute("href")!;
}

public sealed class PreviewItemOnSqliteTests(SqliteSite site) : PreviewItemTests(site), IClassFixture<SqliteSite>;

public sealed class PreviewItemOnPostgreSqlTests(PostgreSqlSite site) : PreviewItemTests(site), IClassFixture<PostgreSqlSite>;
