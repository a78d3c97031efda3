using System.Net;
using AgencyCMS.Content.Items.Parts;
using AgencyCMS.Content.Publishing;
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
}
