using AgencyCMS.Testing.Browsing;
using Xunit;

namespace AgencyCMS.Demo.Tests.Walking;

/// <summary>What every public page of the demonstration county has in common.</summary>
public sealed class PageTests(DemoCounty county) : IClassFixture<DemoCounty>
{
    private const string Item = "finance/info/11990121mb00107432-2026-00013";

    [Theory]
    [InlineData("")]
    [InlineData("agencies")]
    [InlineData("sitemap")]
    [InlineData("subscribe")]
    [InlineData("search")]
    [InlineData("finance/")]
    [InlineData("finance/guide")]
    [InlineData("finance/catalogue")]
    [InlineData("finance/catalogue/statutory?page=2")]
    [InlineData(Item)]
    public async Task Head_NamesTheOneAddressAndWhatThePageIsAbout(string path)
    {
        // Arrange
        using var reader = new Browser(county.Host.CreateClient());

        // Act
        var page = await reader.ReadAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "from=elsewhere");

        // Assert
        Assert.Equal(new Uri(reader.Root, path).ToString(), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.NotEqual("", Assert.Single(page.QuerySelectorAll("meta[name=description i]")).GetAttribute("content"));
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("catalogue/guide", "/finance/guide")]
    [InlineData("catalogue/rules", "/finance/rules")]
    [InlineData("catalogue/annual_reports", "/finance/annual-reports")]
    public async Task Entry_WithAPageOfItsOwn_LeadsThere(string path, string page)
    {
        // Arrange
        using var reader = new Browser(county.Host.CreateClient());

        // Act
        var links = (await reader.ReadAsync("finance/" + path)).QuerySelectorAll("main p.card a").Select(link => link.GetAttribute("href"));

        // Assert
        Assert.Equal([page], links);
    }

    [Theory]
    [InlineData("finance/guide")]
    [InlineData("finance/rules")]
    [InlineData("finance/annual-reports")]
    [InlineData(Item)]
    public async Task Article_OfWhateverKind_StandsInTheSameCard(string path)
    {
        // Arrange
        using var reader = new Browser(county.Host.CreateClient());

        // Act
        var page = await reader.ReadAsync(path);

        // Assert
        Assert.NotNull(page.QuerySelector("main article.card.document > header > h1"));
    }

    [Theory]
    [InlineData("agencies", "Chenglan County Finance Bureau")]
    [InlineData("", "Chenglan County Finance Bureau")]
    [InlineData("sitemap", "Chenglan County Finance Bureau")]
    [InlineData("search", "Chenglan County Finance Bureau")]
    public async Task List_InEnglish_HasEnglishNames(string path, string name)
    {
        // Arrange
        using var reader = new Browser(county.Host.CreateClient());
        await reader.GetAsync("_theme/language?set=en");

        // Act
        var page = await reader.ReadAsync(path);

        // Assert
        Assert.Contains(name, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", string.Join(", ", page.QuerySelectorAll("main .agency-grid a, main option").Select(link => link.TextContent).Where(text => text.Contains("澄岚县", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("finance/info/11990121mb00107432-2026-00002", ".pdf", ".xlsx")]
    [InlineData(Item, ".png", ".xlsx")]
    public async Task DemoItem_WithFiles_OffersThem(string path, params string[] extensions)
    {
        // Arrange
        using var reader = new Browser(county.Host.CreateClient());

        // Act
        var page = await reader.ReadAsync(path);

        // Assert
        foreach (var extension in extensions)
        {
            var link = Assert.Single(page.QuerySelectorAll(".attachments a[download]"), link => link.GetAttribute("download")!.EndsWith(extension, StringComparison.Ordinal));
            Assert.True((await reader.GetAsync(link.GetAttribute("href")!)).IsSuccessStatusCode);
        }
    }
}
