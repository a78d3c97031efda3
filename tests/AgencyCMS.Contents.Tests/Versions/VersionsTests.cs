using System.Net;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Contents.Tests.Fixtures;

namespace AgencyCMS.Contents.Tests.Versions;

/// <summary>An item's history and what its versions differ in.</summary>
public abstract class VersionsTests(ContentsSite site)
{
    [Fact]
    public async Task Versions_OfAnItem_AreListedNewestFirst()
    {
        // Arrange
        var item = ContentsSite.NewPage("Listed", "listed");
        await site.PublishAsync(item);
        item.Alter<TitlePart>(part => part.Title = "Listed again");
        await site.DraftAsync(item, stamp: 2);
        using var reviewer = await site.SignInAsync("reviewer");

        // Act
        var page = await reviewer.ReadAsync($"admin/contents/{item.ContentItemId}/versions");

        // Assert
        var versions = page.QuerySelectorAll("tbody th").Select(cell => cell.FirstChild!.TextContent.Trim());
        Assert.Equal(["2", "1"], versions);
        Assert.Empty(page.QuerySelectorAll("tbody tr")[0].QuerySelectorAll(".badge.is-good"));
        Assert.Single(page.QuerySelectorAll("tbody tr")[1].QuerySelectorAll(".badge.is-good"));
    }

    [Fact]
    public async Task Versions_ForAReviewerWhoMayNotEdit_OfferNoRestoring()
    {
        // Arrange
        var item = ContentsSite.NewPage("Looked at", "looked-at");
        await site.DraftAsync(item);
        item.Alter<TitlePart>(part => part.Title = "Looked at again");
        await site.DraftAsync(item, stamp: 1);
        using var reviewer = await site.SignInAsync("reviewer");

        // Act
        var page = await reviewer.ReadAsync($"admin/contents/{item.ContentItemId}/versions");

        // Assert
        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Null(page.QuerySelector("form[action$='/restore']"));
    }

    [Fact]
    public async Task Comparison_WithAVersionThatIsNotThere_IsNotFound()
    {
        // Arrange
        var item = ContentsSite.NewPage("Compared with none", "compared-with-none");
        await site.DraftAsync(item);
        using var reviewer = await site.SignInAsync("reviewer");

        // Act
        var status = await reviewer.StatusAsync($"admin/contents/{item.ContentItemId}/compare?from=1&to=9");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData("versions")]
    [InlineData("compare?from=1&to=1")]
    public async Task Versions_OfTheNeighboursItem_AreNotFound(string below)
    {
        // Arrange
        var row = await site.DraftAsync(ContentsSite.NewPage("Next door", ""), tenant: site.Neighbour);
        using var reviewer = await site.SignInAsync("reviewer");

        // Act
        var status = await reviewer.StatusAsync($"admin/contents/{row.ContentItemId}/{below}");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Versions_ForStaffWithoutThePermission_AreForbidden()
    {
        // Arrange
        var row = await site.DraftAsync(ContentsSite.NewPage("Hidden from clerks", "hidden-from-clerks"));
        using var clerk = await site.SignInAsync("clerk");

        // Act
        var status = await clerk.StatusAsync($"admin/contents/{row.ContentItemId}/versions");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task Versions_NameTheirAuthorsAsPeopleKnowThem()
    {
        // Arrange
        await site.AddPersonAsync("li.na", "李娜", "Editor");
        using var editor = await site.SignInAsync("li.na");
        var answer = await editor.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "By Li Na"), ("AutoroutePart.Path", "by-li-na"));

        // Act
        var page = await editor.ReadAsync(answer.Headers.Location!.OriginalString + "/versions");

        // Assert
        Assert.Contains("李娜", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("li.na", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_NameWhoPublishedBesideWhoSaved()
    {
        // Arrange
        await site.AddPersonAsync("zhao.min", "赵敏", "Chief");
        var item = ContentsSite.NewPage("Signed by Zhao Min", "signed-by-zhao-min");
        await site.DraftAsync(item);
        using var chief = await site.SignInAsync("zhao.min");
        await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{item.ContentItemId}"), "/publish");

        // Act
        var row = (await chief.ReadAsync($"admin/contents/{item.ContentItemId}/versions")).QuerySelector("tbody tr")!;

        // Assert
        Assert.Contains("赵敏", row.QuerySelectorAll("td")[5].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("赵敏", row.QuerySelectorAll("td")[3].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_OfAttachments_NamesTheFilesAndShowsNoIds()
    {
        // Arrange
        var item = ContentsSite.NewPage("With files", "with-files");
        item.Alter<Media.Contracts.AttachmentsPart>(part => part.Attachments = [File("a", "plan.pdf"), File("b", "old.pdf")]);
        await site.DraftAsync(item);
        item.Alter<Media.Contracts.AttachmentsPart>(part => part.Attachments = [File("c", "plan.pdf"), File("d", "new.pdf")]);
        await site.DraftAsync(item, stamp: 1);
        using var reviewer = await site.SignInAsync("reviewer");

        // Act
        var changes = (await reviewer.ReadAsync($"admin/contents/{item.ContentItemId}/compare?from=1&to=2")).QuerySelector(".changes")!;

        // Assert
        Assert.Equal(["附件已替换", "新增附件", "删除附件"], changes.QuerySelectorAll("dt").Select(label => label.TextContent.Trim()));
        Assert.Contains("new.pdf", changes.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("000000", changes.TextContent, StringComparison.Ordinal);

        static Media.Contracts.Attachment File(string letter, string name) => new(letter + new string('0', 25), name, "", 10, "application/pdf", letter + new string('0', 63));
    }

    [Fact]
    public async Task Comparison_OfADateAndAPerson_ShowsThemAsPeopleWriteThem()
    {
        // Arrange
        await site.AddPersonAsync("sun.li", "孙丽", "Editor");
        var item = ContentsSite.NewPage("With a moment", "with-a-moment");
        await site.DraftAsync(item);
        using var editor = await site.SignInAsync("sun.li");
        await editor.SubmitAsync($"admin/contents/{item.ContentItemId}", ("Page.Starts", "2026-11-25T09:30"));

        // Act
        var changes = (await editor.ReadAsync($"admin/contents/{item.ContentItemId}/compare?from=1&to=2")).QuerySelector(".changes")!.TextContent;

        // Assert
        Assert.Contains("2026-11-25 09:30", changes, StringComparison.Ordinal);
        Assert.Contains("孙丽", changes, StringComparison.Ordinal);
        Assert.DoesNotContain("sun.li", changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_SpeaksInLabelsAndShowsNoTags()
    {
        // Arrange
        var item = ContentsSite.NewPage("Readable", "readable", "<p>第一段。</p>");
        item.Document["Page"] = new System.Text.Json.Nodes.JsonObject { ["Motto"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = "calm" } };
        await site.DraftAsync(item);
        item.Alter<HtmlBodyPart>(part => part.Html = "<p>第一段。</p><p>第二段&amp;附表。</p>");
        item.Document["Page"] = new System.Text.Json.Nodes.JsonObject { ["Motto"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = "clear" } };
        await site.DraftAsync(item, stamp: 1);
        using var reviewer = await site.SignInAsync("reviewer");

        // Act
        var page = await reviewer.ReadAsync($"admin/contents/{item.ContentItemId}/compare?from=1&to=2");

        // Assert
        Assert.Contains("Motto", page.QuerySelectorAll(".changes dt").Select(label => label.TextContent.Trim()));
        var changes = page.QuerySelector(".changes")!.TextContent;
        Assert.Contains("第二段&附表。", changes, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>", changes, StringComparison.Ordinal);
        Assert.DoesNotContain("Part.", changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_OfTwoVersions_MarksWhatChanged()
    {
        // Arrange
        var item = ContentsSite.NewPage("Compared", "compared", "<p>预算为三百万元。</p>");
        await site.DraftAsync(item);
        item.Alter<HtmlBodyPart>(part => part.Html = "<p>预算为五百万元。</p>");
        await site.DraftAsync(item, stamp: 1);
        using var reviewer = await site.SignInAsync("reviewer");

        // Act
        var page = await reviewer.ReadAsync($"admin/contents/{item.ContentItemId}/compare?from=1&to=2");

        // Assert
        Assert.Equal("三", page.QuerySelector(".diff del")!.TextContent);
        Assert.Equal("五", page.QuerySelector(".diff ins")!.TextContent);
    }
}

public sealed class VersionsOnSqliteTests(SqliteSite site) : VersionsTests(site), IClassFixture<SqliteSite>;

public sealed class VersionsOnPostgreSqlTests(PostgreSqlSite site) : VersionsTests(site), IClassFixture<PostgreSqlSite>;
