using System.Net;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Tests.Fixtures;

namespace AgencyCMS.Contents.Tests.ShowItem;

/// <summary>Pages that are kept in memory. A page from memory carries its age.</summary>
public sealed class CachedPageTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task PublicPage_AskedForTwice_ComesFromMemory()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Kept", "kept"));
        using var reader = site.Browse();
        var first = await reader.GetAsync("kept");

        // Act
        var second = await reader.GetAsync("kept");

        // Assert
        Assert.Null(first.Headers.Age);
        Assert.NotNull(second.Headers.Age);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task PublicPage_AfterAChangeOfItsTenant_IsMadeAnew()
    {
        // Arrange
        var item = ContentsSite.NewPage("Before", "changes");
        await site.PublishAsync(item);
        using var reader = site.Browse();
        await reader.GetAsync("changes");
        item.Alter<TitlePart>(part => part.Title = "After");

        // Act
        await site.PublishAsync(item, stamp: 2);

        // Assert
        Assert.Contains("After", await reader.TextAsync("changes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPage_AfterAChangeOfTheNeighbour_StaysInMemory()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Undisturbed", "undisturbed"));
        using var reader = site.Browse();
        await reader.GetAsync("undisturbed");

        // Act
        await site.PublishAsync(ContentsSite.NewPage("Noise", "noise"), tenant: site.Neighbour);

        // Assert
        Assert.NotNull((await reader.GetAsync("undisturbed")).Headers.Age);
    }

    [Fact]
    public async Task PublicPage_AskedForItsHeadTwice_SaysItsLengthBothTimes()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Head", "head-twice"));
        using var reader = site.Browse();
        await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri("head-twice", UriKind.Relative)));

        // Act
        var answer = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri("head-twice", UriKind.Relative)));

        // Assert
        Assert.True(answer.Content.Headers.ContentLength > 0);
    }

    [Fact]
    public async Task PublicPage_FirstAskedForByAnotherSpellingOfTheHost_HoldsTheUsualOne()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Spelling", "spelling-of-the-host"));
        using var reader = site.Browse();
        await reader.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri("spelling-of-the-host", UriKind.Relative)) { Headers = { Host = "LocalHost" } });

        // Act
        var page = await reader.TextAsync("spelling-of-the-host");

        // Assert
        Assert.DoesNotContain("LocalHost", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPage_ForStaff_IsNeverFromMemory()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Seen by all", "seen-by-all"));
        using var reader = site.Browse();
        await reader.GetAsync("seen-by-all");
        using var editor = await site.SignInAsync("editor");

        // Act
        var answer = await editor.GetAsync("seen-by-all");

        // Assert
        Assert.Null(answer.Headers.Age);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task InternalPage_OnceShownToStaff_IsNotInMemoryForOthers()
    {
        // Arrange
        var item = ContentsSite.NewPage("Inside only", "inside-only");
        item.Alter<AudiencePart>(part => part.Audience = Audience.Staff);
        await site.PublishAsync(item);
        using var editor = await site.SignInAsync("editor");
        Assert.Equal(HttpStatusCode.OK, await editor.StatusAsync("inside-only"));
        using var reader = site.Browse();

        // Act
        var status = await reader.StatusAsync("inside-only");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task PublicPage_ForAReaderOfLargeText_IsKeptApart()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Large", "large"));
        using var reader = site.Browse();
        await reader.GetAsync("large");
        using var request = new HttpRequestMessage(HttpMethod.Get, "large");
        request.Headers.Add("Cookie", "view=elder");

        // Act
        var answer = await reader.Client.SendAsync(request);

        // Assert
        Assert.Contains("data-view=\"elder\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPage_ForAReaderOfEnglish_IsKeptApart()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Tongues", "tongues"));
        using var reader = site.Browse();
        await reader.GetAsync("tongues");
        using var request = new HttpRequestMessage(HttpMethod.Get, "tongues");
        request.Headers.Add("Cookie", "culture=" + Uri.EscapeDataString("c=en|uic=en"));

        // Act
        var answer = await reader.Client.SendAsync(request);

        // Assert
        Assert.Contains("lang=\"en\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPage_InMemory_IsCompressed()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Small on the wire", "small-on-the-wire"));
        using var reader = site.Browse();
        var plain = await reader.GetAsync("small-on-the-wire");
        reader.Client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        await reader.GetAsync("small-on-the-wire");

        // Act
        var packed = await reader.GetAsync("small-on-the-wire");

        // Assert
        Assert.NotNull(packed.Headers.Age);
        Assert.Equal("br", Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.True(packed.Content.Headers.ContentLength < plain.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task PublicPage_ThatTheBrowserHas_IsNotSentAgain()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Known", "known"));
        using var reader = site.Browse();
        var first = await reader.GetAsync("known");
        await reader.GetAsync("known");
        using var request = new HttpRequestMessage(HttpMethod.Get, "known");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        // Act
        var answer = await reader.Client.SendAsync(request);

        // Assert
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory]
    [InlineData("swapped-form", "path=swapped-guide")]
    [InlineData("swapped-status", "path=nope&status=200")]
    public async Task PublicPage_AskedForWithAForm_IsNotChangedForOthers(string address, string form)
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("The true page", address));
        if (address == "swapped-form")
        {
            await site.PublishAsync(ContentsSite.NewPage("The guide", "swapped-guide"));
        }
        using var attacker = site.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Content = new StringContent(form, null, "application/x-www-form-urlencoded") };

        // Act
        using var attack = await attacker.SendAsync(request);

        // Assert
        using var reader = site.Browse();
        Assert.Contains("The true page", await attack.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("The true page", await reader.TextAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPage_AskedForWithABody_IsNotFromMemory()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("With a body", "with-a-body"));
        using var reader = site.Browse();
        await reader.GetAsync("with-a-body");
        using var request = new HttpRequestMessage(HttpMethod.Get, "with-a-body") { Content = new StringContent("{}", null, "application/json") };

        // Act
        using var answer = await reader.SendAsync(request);

        // Assert
        Assert.Null(answer.Headers.Age);
    }

    [Fact]
    public async Task PublicPage_WithAnUndeclaredQuery_IsTheSamePage()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Same", "same"));
        using var reader = site.Browse();
        await reader.GetAsync("same");

        // Act
        using var answer = await reader.GetAsync("same?x=1&utm_source=elsewhere");

        // Assert
        Assert.NotNull(answer.Headers.Age);
    }

    [Fact]
    public async Task PublicPage_FirstAskedForWithAnUndeclaredQuery_DoesNotKeepIt()
    {
        // Arrange
        await site.PublishAsync(ContentsSite.NewPage("Clean", "clean"));
        using var attacker = site.Browse();
        await attacker.GetAsync("clean?evil=planted");

        // Act
        var text = await attacker.TextAsync("clean");

        // Assert
        Assert.DoesNotContain("planted", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c=en-US|uic=en-US")]
    [InlineData("c=en|uic=zh-CN")]
    [InlineData("c=zh-CN|uic=en")]
    [InlineData("c=en-US")]
    [InlineData("uic=EN")]
    [InlineData("c=zh-Hans|uic=xx")]
    public async Task PublicPage_ForAnyCookieOfLanguage_IsNotKeptForReadersOfAnother(string cookie)
    {
        // Arrange
        var address = "tongue-" + Math.Abs(StringComparer.Ordinal.GetHashCode(cookie));
        await site.PublishAsync(ContentsSite.NewPage("Of one language", address));
        using var odd = site.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", "culture=" + Uri.EscapeDataString(cookie));
        using var first = await odd.SendAsync(request);
        using var english = site.Browse();
        using var chosen = new HttpRequestMessage(HttpMethod.Get, address);
        chosen.Headers.Add("Cookie", "culture=" + Uri.EscapeDataString("c=en|uic=en"));
        using var reader = site.Browse();

        // Act
        using var inEnglish = await english.SendAsync(chosen);
        var inChinese = await reader.TextAsync(address);

        // Assert
        Assert.Contains("lang=\"zh-CN\"", inChinese, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", await inEnglish.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_ga=GA1.2.3")]
    [InlineData("__utma=1")]
    [InlineData(".theirs=1")]
    [InlineData("agencycms-form=abc")]
    public async Task PublicPage_ForAReaderWithAForeignCookie_ComesFromMemory(string cookie)
    {
        // Arrange
        var address = "cookies-" + Guid.NewGuid().ToString("N");
        await site.PublishAsync(ContentsSite.NewPage("Cookies", address));
        using var reader = site.Browse();
        await reader.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);

        // Act
        using var answer = await reader.SendAsync(request);

        // Assert
        Assert.NotNull(answer.Headers.Age);
    }

    [Theory]
    [InlineData("agencycms=abc")]
    [InlineData("AgencyCMS=abc")]
    [InlineData("agencycms-messages=abc")]
    [InlineData("agencycmsC1=abc")]
    public async Task PublicPage_ForAReaderWithACookieOfOurs_IsTheirOwn(string cookie)
    {
        // Arrange
        var address = "own-cookies-" + Guid.NewGuid().ToString("N");
        await site.PublishAsync(ContentsSite.NewPage("Own cookies", address));
        using var reader = site.Browse();
        await reader.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);

        // Act
        using var answer = await reader.SendAsync(request);

        // Assert
        Assert.Null(answer.Headers.Age);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("gzip;q=0.8", "gzip")]
    [InlineData("gzip;q=0.05", "gzip")]
    [InlineData("br;q=0.3, gzip;q=0.9", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0.0, gzip;q=0", "")]
    [InlineData("*", "br")]
    [InlineData("identity, gzip;q=0.5", "")]
    [InlineData("deflate", "")]
    [InlineData("brotli, xgzip", "")]
    public async Task PublicPage_ForAProgramWithPreferences_ComesAsItLikesBest(string accepted, string expected)
    {
        // Arrange
        var address = "preferences-" + Guid.NewGuid().ToString("N");
        await site.PublishAsync(ContentsSite.NewPage("Preferences", address));
        using var reader = site.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        // Act
        using var answer = await reader.SendAsync(request);

        // Assert
        Assert.Equal(expected, string.Join(',', answer.Content.Headers.ContentEncoding));
    }
}
