using System.Net;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Publishing;
using AgencyCMS.Contents.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Databases;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

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

    /// <summary>The process that runs the first set-up has no pages yet when items are published in it.</summary>
    [Fact]
    public void Addresses_OfAllPages_AreReservedBeforeAnyPageIsMapped()
    {
        // Arrange
        var roots = site.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.PathSegments is [{ IsSimple: true } first, ..] && first.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : null)
            .OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);
        var reserved = new ReservedAddresses(new DefaultEndpointDataSource());

        // Act
        var free = roots.Where(root => !reserved.Contains(root));

        // Assert
        Assert.Empty(free);
    }

    [Fact]
    public async Task Address_AskedForByManyAtTheSameInstant_IsTakenForAllButOne()
    {
        // Arrange
        var browsers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.SignInAsync("chief")));
        var pages = await Task.WhenAll(browsers.Select(browser => browser.ReadAsync("admin/contents/new/Page")));

        // Act
        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, page) => browser.SubmitAsync(
            page, page.QuerySelector("form[data-guard]")!.GetAttribute("action")!, ("TitlePart.Title", "Rushed"), ("AutoroutePart.Path", "rushed"), ("Do", "publish"))));

        // Assert
        Assert.Equal(
            [HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity],
            answers.Select(answer => answer.StatusCode).Order());
        Array.ForEach(browsers, browser => browser.Dispose());
    }

    [Fact]
    public async Task FreeAddress_BehindManyThatAreTaken_IsFoundByOneQueryForAll()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Taken", "much-wanted"));
        for (var number = 2; number < 20; number++)
        {
            await site.PublishAsync(ContentsSite.NewPage("Taken", $"much-wanted-{number}"));
        }
        using var queries = new QueriesAbout("much-wanted");

        // Act
        var free = await site.InAsync(site.Finance, services => services.GetRequiredService<ContentRoutes>().FreeAsync("much-wanted", ContentIds.New(), new HashSet<string>(), CancellationToken.None));

        // Assert: whether it is taken, and which of its numbers are.
        Assert.Equal("much-wanted-20", free);
        Assert.Equal(2, queries.Count);
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
        item.Alter<AgencyCMS.ContentManagement.Items.Parts.TitlePart>(part => part.Title = "Another title");

        // Act
        await site.PublishAsync(item, stamp: 2);

        // Assert
        Assert.Equal("given-once", ContentRoutes.PathOf(await site.LatestAsync(item.ContentItemId)));
    }
}

public sealed class AddressOnSqliteTests(SqliteSite site) : AddressTests(site), IClassFixture<SqliteSite>;

public sealed class AddressOnPostgreSqlTests(PostgreSqlSite site) : AddressTests(site), IClassFixture<PostgreSqlSite>;
