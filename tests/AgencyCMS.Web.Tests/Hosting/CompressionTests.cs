using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Web.Tests.Hosting;

public sealed class CompressionTests : IAsyncLifetime
{
    private const string Style = "_content/AgencyCMS.Theme.Gov/dist/gov.css";
    private TestHost<Program> _host = null!; // before each test
    private Tenant _tenant = null!; // before each test

    public async Task InitializeAsync()
    {
        _host = await TestHost<Program>.StartAsync();
        await _host.CountyAsync();
        _tenant = await _host.AddTenantAsync("finance", "AgencyCMS.Contents", "AgencyCMS.Disclosure", "AgencyCMS.Search", "AgencyCMS.Theme.Gov");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("catalogue")]
    [InlineData("search")]
    [InlineData("account/sign-in")]
    [InlineData("no/such/page")]
    [InlineData("subscribe")]
    [InlineData(Style)]
    [InlineData("_content/AgencyCMS.Theme.Gov/dist/gov.js")]
    [InlineData("_content/AgencyCMS.Theme.Admin/dist/admin.css")]
    public async Task Text_OfAnyKind_IsCompressed(string address)
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");

        // Act
        using var answer = await client.GetAsync(address);

        // Assert
        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task Style_AtTheAddressOfAPage_IsKeptForAYear()
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);
        var page = await client.GetStringAsync("account/sign-in");
        var address = System.Text.RegularExpressions.Regex.Match(page, "[^\"]*dist/[a-z]+\\.css\\?v=[^\"]*").Value;

        // Act
        using var answer = await client.GetAsync(address);

        // Assert
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData(Style)]
    [InlineData(Style + "?v=of-another-version")]
    public async Task Style_WithoutItsVersion_IsAskedForEachTime(string address)
    {
        // Arrange
        using var client = _host.CreateClient(_tenant);

        // Act
        using var answer = await client.GetAsync(address);

        // Assert
        Assert.True(answer.Headers.CacheControl!.NoCache);
    }
}
