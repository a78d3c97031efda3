using System.Net;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Web.Tests.Hosting;

/// <summary>Over a real connection, since it is the server that leaves out the body.</summary>
public sealed class HeadTests : IAsyncLifetime
{
    private TestHost<Program> _host = null!; // before each test
    private Tenant _tenant = null!; // before each test

    public async Task InitializeAsync()
    {
        _host = await TestHost<Program>.StartAsync(options => options.ListensOnPort = true);
        await _host.CountyAsync();
        _tenant = await _host.AddTenantAsync("finance", "AgencyCMS.Contents", "AgencyCMS.Disclosure", "AgencyCMS.Search", "AgencyCMS.Theme.Gov");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("catalogue")]
    [InlineData("search")]
    [InlineData("feed.xml")]
    [InlineData("sitemap.xml")]
    [InlineData("account/sign-in")]
    public async Task Head_OfAPage_AnswersAsGetWithoutTheBody(string address)
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);
        using var page = await client.GetAsync(address);
        using var question = new HttpRequestMessage(HttpMethod.Head, address);

        // Act
        using var answer = await client.SendAsync(question);

        // Assert
        Assert.Equal((HttpStatusCode.OK, page.Content.Headers.ContentType), (answer.StatusCode, answer.Content.Headers.ContentType));
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Head_OfAPageInMemory_TellsItsLength()
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);
        var bytes = await client.GetByteArrayAsync("catalogue");
        using var question = new HttpRequestMessage(HttpMethod.Head, "catalogue");

        // Act
        using var answer = await client.SendAsync(question);

        // Assert
        Assert.Equal(bytes.Length, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Head_OfWhatIsNotThere_IsNotFound()
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);
        using var question = new HttpRequestMessage(HttpMethod.Head, "no/such/page");

        // Act
        using var answer = await client.SendAsync(question);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Head_OfAnAddressThatIsOnlyPostedTo_AnswersAsGet()
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);
        using var page = await client.GetAsync("account/sign-out");
        using var question = new HttpRequestMessage(HttpMethod.Head, "account/sign-out");

        // Act
        using var answer = await client.SendAsync(question);

        // Assert
        Assert.Equal(page.StatusCode, answer.StatusCode);
        Assert.False(answer.IsSuccessStatusCode);
    }
}
