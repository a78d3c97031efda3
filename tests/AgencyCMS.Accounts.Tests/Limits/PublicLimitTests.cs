using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Accounts.Tests.Limits;

/// <summary>How often the public may ask, and who is meant by that.</summary>
public sealed class PublicLimitTests : IAsyncLifetime
{
    private const int Searches = 3;
    private const int Pages = 20;
    private County _county = null!; // xunit initialises before the first test

    public async Task InitializeAsync() => _county = await County.StartAsync(DatabaseProvider.Sqlite, options => options
        .Set("AgencyCMS:Limits:SearchesPerMinute", $"{Searches}").Set("AgencyCMS:Limits:PagesPerMinute", $"{Pages}"));

    public async Task DisposeAsync() => await _county.DisposeAsync();

    [Theory]
    [InlineData("search?q=预算", Searches)]
    [InlineData("api/v1/search?q=预算", Searches)]
    [InlineData("catalogue?page=", Pages)]
    [InlineData("catalogue/nothing", Pages)]
    [InlineData("sitemap.xml?page=", Pages)]
    [InlineData("info/nothing", Pages)]
    [InlineData("media/nothing/file.pdf", Pages)]
    [InlineData("account/sign-in", Pages)]
    [InlineData("nothing/here/", Pages)]
    [InlineData("admin/contents?q=", Pages)]
    [InlineData("api/v1/nothing", Pages)]
    public async Task PublicAddress_AskedForMoreOftenThanTheLimit_SaysWhenToComeAgain(string path, int limit)
    {
        // Arrange
        using var reader = BrowseFrom("203.0.113.9");

        // Act
        using var answer = await AskUntilRefusedAsync(limit, time => reader.GetAsync(path + time));

        // Assert
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("HEAD", "search?q=预算", Searches)]
    [InlineData("PUT", "search?q=预算", Pages)]
    [InlineData("POST", "catalogue?", Pages)]
    [InlineData("OPTIONS", "catalogue?", Pages)]
    [InlineData("PROPFIND", "info/nothing", Pages)]
    public async Task PublicAddress_AskedByAnotherMethodMoreOftenThanTheLimit_SaysWhenToComeAgain(string method, string path, int limit)
    {
        // Arrange
        using var reader = BrowseFrom("203.0.113.9");

        // Act
        using var answer = await AskUntilRefusedAsync(limit, time => SendAsync(reader, method, path + time));

        // Assert
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Refusal_OfAProgram_IsProblemDetails()
    {
        // Arrange
        using var reader = BrowseFrom("203.0.113.9");
        await AskAsync(reader, "api/v1/search?q=预算", Searches);

        // Act
        var answer = await reader.GetAsync("api/v1/search?q=预算");

        // Assert
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Refusal_IsAPageInTheReadersLanguage()
    {
        // Arrange
        using var reader = BrowseFrom("203.0.113.9");
        await AskAsync(reader, "search?q=预算", Searches);

        // Act
        var page = await Browser.ParseAsync(await reader.GetAsync("search?q=预算"));

        // Assert
        Assert.NotEmpty(page.QuerySelector("h1")?.TextContent ?? "");
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Reader_AtAnotherAddress_IsNotStopped()
    {
        // Arrange
        using var greedy = BrowseFrom("203.0.113.9");
        await AskAsync(greedy, "search?q=预算", Searches + 1);
        using var reader = BrowseFrom("203.0.113.10");

        // Act, Assert
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync("search?q=预算"));
    }

    [Fact]
    public async Task Reader_WithManyAddressesOfOneNetwork_IsOneReader()
    {
        // Arrange
        for (var address = 1; address <= Searches; address++)
        {
            using var reader = BrowseFrom($"2001:db8:0:1::{address}");
            await reader.GetAsync("search?q=预算");
        }
        using var next = BrowseFrom("2001:db8:0:1::ff");

        // Act, Assert
        Assert.Equal(HttpStatusCode.TooManyRequests, await next.StatusAsync("search?q=预算"));
    }

    [Fact]
    public async Task Staff_BehindAnAddressThatMetItsLimit_GoOn()
    {
        // Arrange
        var person = await _county.AddPersonAsync(_county.Finance, "Editor");
        using var colleague = BrowseFrom("203.0.113.9");
        await colleague.SignInAsync(person.Name, County.Password);
        using var greedy = BrowseFrom("203.0.113.9");
        await AskAsync(greedy, "search?q=预算", Searches + 1);

        // Act, Assert
        Assert.Equal(HttpStatusCode.OK, await colleague.StatusAsync("search?q=预算"));
    }

    [Fact]
    public async Task Staff_WhoAskMoreOftenThanAnybodyNeeds_MustWaitToo()
    {
        // Arrange
        using var browser = await _county.SignInAsAsync(_county.Finance, "Editor");
        await AskAsync(browser, "search?q=预算", Searches);

        // Act, Assert
        Assert.Equal(HttpStatusCode.TooManyRequests, await browser.StatusAsync("search?q=预算"));
    }

    [Fact]
    public async Task Health_AskedForOften_Answers()
    {
        // Arrange
        using var monitor = BrowseFrom("203.0.113.9", _county.Office);
        await AskAsync(monitor, "/health/live?", Pages + 1);

        // Act, Assert
        Assert.Equal(HttpStatusCode.OK, await monitor.StatusAsync("/health/live"));
    }

    private Browser BrowseFrom(string address, Tenant? tenant = null)
    {
        var browser = _county.Browse(tenant ?? _county.Finance);
        browser.Client.DefaultRequestHeaders.Add(PretendedAddresses.Header, address);
        return browser;
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        return await browser.SendAsync(request);
    }

    // The limit fills up again by the clock while the questions are asked: on a slow machine a few more are answered, but never so many.
    private static async Task<HttpResponseMessage> AskUntilRefusedAsync(int limit, Func<int, Task<HttpResponseMessage>> ask)
    {
        for (var time = 0; time < limit; time++)
        {
            using var allowed = await ask(time);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, allowed.StatusCode);
        }
        var answer = await ask(limit);
        for (var time = limit + 1; time < 3 * limit && answer.StatusCode != HttpStatusCode.TooManyRequests; time++)
        {
            answer.Dispose();
            answer = await ask(time);
        }
        return answer;
    }

    private static async Task AskAsync(Browser browser, string path, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await browser.GetAsync(path + time);
        }
    }
}
