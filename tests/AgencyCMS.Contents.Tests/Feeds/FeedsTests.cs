using System.Net;
using System.Xml.Linq;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.Feeds;

/// <summary>What programs find that follow the site.</summary>
public abstract class FeedsTests(ContentsSite site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Feed_OfASite_ShowsTheNewestFirst()
    {
        // Arrange
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.PublishAsync(ContentsSite.NewPage("Published before", "published-before"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.PublishAsync(ContentsSite.NewPage("Published after", "published-after", "<p>Tables &amp; <em>chairs</em></p>"));
        using var reader = site.Browse();

        // Act
        var entries = await EntriesAsync(reader);

        // Assert
        Assert.Equal(["Published after", "Published before"], entries.Take(2).Select(entry => entry.Element(Atom + "title")!.Value));
        Assert.Equal("Tables & chairs", entries[0].Element(Atom + "summary")!.Value);
    }

    [Fact]
    public async Task Entry_WhoseAddressChanges_KeepsItsId()
    {
        // Arrange
        var item = ContentsSite.NewPage("Moves on", "moves-on");
        await site.PublishAsync(item);
        using var reader = site.Browse();
        var before = await EntryAsync(reader, "Moves on");
        item.Alter<AutoroutePart>(part => part.Path = "moved-on");

        // Act
        await site.PublishAsync(item, stamp: 2);
        var after = await EntryAsync(reader, "Moves on");

        // Assert
        Assert.Equal(before.Element(Atom + "id")!.Value, after.Element(Atom + "id")!.Value);
        Assert.EndsWith("/finance/moved-on", after.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_OfASiteThatIsRenamed_KeepsItsIdAndThoseOfItsEntries()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Stays known", "stays-known"), tenant: site.Neighbour);
        using var reader = new Browser(site.Host.CreateClient(site.Neighbour));
        var before = XDocument.Parse(await reader.TextAsync("feed.xml")).Descendants(Atom + "id").Select(id => id.Value).ToList();

        // Act
        var renamed = await site.Host.UpdateAsync(site.Neighbour, tenant => tenant with { Name = "renamed", Prefix = "renamed" });
        using var readerAfter = new Browser(site.Host.CreateClient(renamed));
        var after = XDocument.Parse(await readerAfter.TextAsync("feed.xml")).Descendants(Atom + "id").Select(id => id.Value).ToList();
        await site.Host.UpdateAsync(renamed, tenant => tenant with { Name = site.Neighbour.Name, Prefix = site.Neighbour.Prefix });

        // Assert
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Title_WithACharacterThatXmlCannotHold_LeavesTheFeedReadable()
    {
        // Arrange
        var row = await site.PublishAsync(ContentsSite.NewPage("Bell rings", "bell-rings"));
        // Stores hold titles from before such were refused.
        await site.InAsync(site.Finance, services => services.GetRequiredService<TenantDb>().Set<ContentVersionRow>().Where(version => version.ContentItemId == row.ContentItemId)
            .ExecuteUpdateAsync(set => set.SetProperty(version => version.Json, version => version.Json.Replace("Bell rings", "Bell\\u0007 rings"))));
        using var reader = site.Browse();

        // Act
        var entry = await EntryAsync(reader, "Bell rings");

        // Assert
        Assert.NotNull(entry);
    }

    [Fact]
    public async Task Item_OfTheNeighbour_IsNotInTheFeed()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Fed next door", "fed-next-door"), tenant: site.Neighbour);
        using var reader = site.Browse();

        // Act
        var feed = await reader.TextAsync("feed.xml");

        // Assert
        Assert.DoesNotContain("Fed next door", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithdrawnItem_IsNotInTheFeed()
    {
        // Arrange
        var row = await site.PublishAsync(ContentsSite.NewPage("Taken out", "taken-out"));
        using var reader = site.Browse();
        await reader.TextAsync("feed.xml");

        // Act
        await site.InAsync(site.Finance, services => services.GetRequiredService<ContentManager>().WithdrawAsync(row.ContentItemId, row.Stamp, "Out of date.", CancellationToken.None));

        // Assert
        Assert.DoesNotContain("Taken out", await reader.TextAsync("feed.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sitemap.xml?page=0")]
    [InlineData("sitemap.xml?page=2")]
    public async Task SiteMap_AskedForAFileThatItDoesNotHave_IsNotFound(string address)
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var status = await reader.StatusAsync(address);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Robots_AreKeptOutOfTheAdministrationAndToldOfTheSiteMap()
    {
        // Arrange
        using var reader = site.Browse();

        // Act
        var lines = (await reader.TextAsync("robots.txt")).Split('\n');

        // Assert
        Assert.Contains("Disallow: /finance/admin", lines);
        Assert.Contains(lines, line => line.StartsWith("Sitemap: http", StringComparison.Ordinal) && line.EndsWith("/finance/sitemap.xml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task InternalItem_InFeedAndSiteMap_IsMissing()
    {
        // Arrange
        var item = ContentsSite.NewPage("Kept inside", "kept-inside");
        item.Alter<AudiencePart>(part => part.Audience = Audience.Staff);
        await site.PublishAsync(item);
        await site.PublishAsync(ContentsSite.NewPage("Let out", "let-out"));
        using var chief = await site.SignInAsync("chief");

        // Act
        var feed = await chief.TextAsync("feed.xml");
        var map = await chief.TextAsync("sitemap.xml");

        // Assert
        Assert.Contains("/finance/let-out", feed, StringComparison.Ordinal);
        Assert.Contains("/finance/let-out", map, StringComparison.Ordinal);
        Assert.DoesNotContain("kept-inside", feed + map, StringComparison.Ordinal);
    }

    private static async Task<XElement> EntryAsync(Browser reader, string title) => (await EntriesAsync(reader)).Single(entry => entry.Element(Atom + "title")!.Value == title);

    private static async Task<List<XElement>> EntriesAsync(Browser reader) => [.. XDocument.Parse(await reader.TextAsync("feed.xml")).Root!.Elements(Atom + "entry")];
}

public sealed class FeedsOnSqliteTests(SqliteSite site) : FeedsTests(site), IClassFixture<SqliteSite>;

public sealed class FeedsOnPostgreSqlTests(PostgreSqlSite site) : FeedsTests(site), IClassFixture<PostgreSqlSite>;
