using System.Net;
using AgencyCMS.Content.Publishing;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Contents.Tests.Publishing;

/// <summary>Addresses that items ask for or are given.</summary>
public abstract class AddressTests(ContentsSite site)
{
    [Theory]
    [InlineData("info")]
    [InlineData("info/a-2026-00001")]
    [InlineData("feed.xml")]
    [InlineData("sitemap.xml")]
    [InlineData("robots.txt")]
    [InlineData("error/404")]
    [InlineData("openapi/v1.json")]
    [InlineData("agencies")]
    [InlineData("account/sign-in")]
    [InlineData("language")]
    [InlineData("log")]
    public async Task Address_OfThePlatform_IsRefused(string path)
    {
        // Arrange
        using var chief = await site.SignInAsync("chief");

        // Act
        var answer = await chief.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "In the way"), ("AutoroutePart.Path", path), ("Do", "publish"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("由平台使用", (await Browser.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_OfItemsPublishedAtOnceUnderOneTitle_AreAllDifferent()
    {
        // Arrange
        var items = Enumerable.Range(0, 6).Select(_ => ContentsSite.NewPage("Published at once", "")).ToList();

        // Act
        await Task.WhenAll(items.Select(item => site.PublishAsync(item)));

        // Assert
        var paths = await Task.WhenAll(items.Select(async item => ContentRoutes.PathOf(await site.LatestAsync(item.ContentItemId))));
        Assert.Equal(items.Count, paths.Distinct().Count());
    }

    [Fact]
    public async Task Address_GivenAtPublication_StaysWhenTheTitleChanges()
    {
        // Arrange
        var item = ContentsSite.NewPage("Given once", "");
        await site.PublishAsync(item.Clone());
        item.Alter<AgencyCMS.Content.Items.Parts.TitlePart>(part => part.Title = "Another title");

        // Act
        await site.PublishAsync(item, stamp: 2);

        // Assert
        Assert.Equal("given-once", ContentRoutes.PathOf(await site.LatestAsync(item.ContentItemId)));
    }
}

public sealed class AddressOnSqliteTests(SqliteSite site) : AddressTests(site), IClassFixture<SqliteSite>;

public sealed class AddressOnPostgreSqlTests(PostgreSqlSite site) : AddressTests(site), IClassFixture<PostgreSqlSite>;
