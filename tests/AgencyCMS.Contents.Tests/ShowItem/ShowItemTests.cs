using System.Net;
using System.Text.RegularExpressions;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.ShowItem;

/// <summary>What readers find at an address.</summary>
public abstract partial class ShowItemTests(ContentsSite site)
{
    [Fact]
    public async Task PublishedItem_AtItsAddress_IsShown()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Office hours", "office-hours", "<p>Open at nine.</p>"));
        using var reader = site.Browse();

        // Act
        var page = await reader.ReadAsync("office-hours");

        // Assert
        Assert.Equal("Office hours", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Open at nine.", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_BeforePublication_AnswersLikeOneThatNeverWas()
    {
        // Arrange
        await site.DraftAsync(ContentsSite.NewPage("Under embargo", "under-embargo"));
        using var reader = site.Browse();

        // Act
        var embargoed = await reader.GetAsync("under-embargo");
        var neverThere = await reader.GetAsync("never-there-at");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, embargoed.StatusCode);
        Assert.Equal(Masked(await neverThere.Content.ReadAsStringAsync(), "never-there-at"), Masked(await embargoed.Content.ReadAsStringAsync(), "under-embargo"));
        Assert.Equal(neverThere.Headers.Select(header => header.Key).Order(), embargoed.Headers.Select(header => header.Key).Order());
    }

    [Fact]
    public async Task Publication_OfADraftAskedForBefore_ShowsAtOnce()
    {
        // Arrange
        var item = ContentsSite.NewPage("Asked for before", "asked-for-before");
        await site.DraftAsync(item);
        using var reader = site.Browse();
        await reader.GetAsync("asked-for-before");

        // Act
        await site.InAsync(site.Finance, services => services.GetRequiredService<ContentManager>().PublishAsync(item.ContentItemId, 1, CancellationToken.None));

        // Assert
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync("asked-for-before"));
    }

    [Fact]
    public async Task FormerAddress_OfAPublishedItem_LeadsToThePresentOne()
    {
        // Arrange
        var item = ContentsSite.NewPage("Moved", "old/place");
        await site.PublishAsync(item);
        item.Alter<AutoroutePart>(part => part.Path = "new/place");
        await site.PublishAsync(item, stamp: 2);
        using var reader = site.Browse();

        // Act
        var answer = await reader.GetAsync("old/place?not-asked-for=2");

        // Assert
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/finance/new/place", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task WithdrawnItem_AtItsAddress_ShowsTheReasonAndNotTheText()
    {
        // Arrange
        var item = ContentsSite.NewPage("Private matter", "private-matter", "<p>Secret words</p>");
        await site.PublishAsync(item);
        using var chief = await site.SignInAsync("chief");
        using var reader = site.Browse();
        await reader.GetAsync("private-matter");

        // Act
        await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{item.ContentItemId}"), "/withdraw", ("Reason", "It named persons."));

        // Assert
        var answer = await reader.GetAsync("private-matter");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("It named persons.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret words", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Private matter", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawal_WithoutAReason_IsRefused()
    {
        // Arrange
        var item = ContentsSite.NewPage("Stays", "stays");
        await site.PublishAsync(item);
        using var chief = await site.SignInAsync("chief");

        // Act
        var answer = await chief.SubmitAsync(await chief.ReadAsync($"admin/contents/{item.ContentItemId}"), "/withdraw", ("Reason", ""));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await site.RowAsync(item.ContentItemId)).PublishedVersionId);
    }

    [Theory]
    [InlineData(Audience.Public, null, null, HttpStatusCode.OK)]
    [InlineData(Audience.Public, null, "clerk", HttpStatusCode.OK)]
    [InlineData(Audience.Staff, null, null, HttpStatusCode.NotFound)]
    [InlineData(Audience.Staff, null, "editor", HttpStatusCode.OK)]
    [InlineData(Audience.Staff, null, "stranger", HttpStatusCode.NotFound)]
    [InlineData(Audience.Group, "board", null, HttpStatusCode.NotFound)]
    [InlineData(Audience.Group, "board", "editor", HttpStatusCode.NotFound)]
    [InlineData(Audience.Group, "board", "clerk", HttpStatusCode.OK)]
    public async Task Audience_OfAnItem_DecidesWhoReadsIt(Audience audience, string? group, string? person, HttpStatusCode expected)
    {
        // Arrange
        var path = $"for-{audience}-{person ?? "anybody"}".ToLowerInvariant();
        var item = ContentsSite.NewPage("For some", path);
        item.Alter<AudiencePart>(part => (part.Audience, part.Group) = (audience, group));
        await site.PublishAsync(item);
        using var reader = person is null ? site.Browse() : await site.SignInAsync(person, person == "stranger" ? site.Neighbour : site.Finance);

        // Act
        var status = await reader.StatusAsync($"/finance/{path}");

        // Assert
        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Item_OfTheNeighbour_IsNotFoundHere()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Theirs", "theirs-alone"), tenant: site.Neighbour);
        using var reader = site.Browse();

        // Act
        var status = await reader.StatusAsync("theirs-alone");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Page_OfASwitchedOffFeature_IsNotReplacedByAnItem()
    {
        // Arrange
        var tenant = await site.Host.AddTenantAsync("switches", "AgencyCMS.Contents", "AgencyCMS.Search", "AgencyCMS.Theme.Gov");
        await site.Host.DisableAsync(tenant, "AgencyCMS.Search");
        await site.PublishAsync(ContentsSite.NewPage("In its place", "in-its-place"), tenant: tenant);
        await site.InAsync(tenant, async services =>
        {
            // As an address that an older version of the program may have let through.
            var db = services.GetRequiredService<Data.Stores.TenantDb>();
            var route = db.Set<ContentManagement.Storage.ContentRouteRow>().Single(row => row.Path == "in-its-place");
            db.Add(new ContentManagement.Storage.ContentRouteRow { Path = "search", ContentItemId = route.ContentItemId, IsCurrent = false });
            return await db.SaveChangesAsync();
        });
        using var reader = site.Browse(tenant);

        // Act
        var status = await reader.StatusAsync("search");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task AddressOfThePlatform_ForAnItem_IsRefused()
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");

        // Act
        var answer = await chief.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "Sneaky"), ("AutoroutePart.Path", "admin/contents"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Publication_WithoutAnAddress_TakesOneFromTheTitle()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("办事 指南（2026）", ""));
        await site.PublishAsync(ContentsSite.NewPage("办事 指南（2026）", ""));
        using var reader = site.Browse();

        // Act
        var first = await reader.StatusAsync("办事-指南-2026");
        var second = await reader.StatusAsync("办事-指南-2026-2");

        // Assert
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first, second));
    }

    // The page repeats the address in its links of language and view, and every answer has its own number to quote.
    private static string Masked(string page, string path) => RequestId().Replace(page.Replace(path, "…", StringComparison.Ordinal), "…");

    [GeneratedRegex("[0-9A-V]{13}")]
    private static partial Regex RequestId();
}

public sealed class ShowItemOnSqliteTests(SqliteSite site) : ShowItemTests(site), IClassFixture<SqliteSite>;

public sealed class ShowItemOnPostgreSqlTests(PostgreSqlSite site) : ShowItemTests(site), IClassFixture<PostgreSqlSite>;
