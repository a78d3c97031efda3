using System.Net;
using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Web.Tests.Hosting;

public sealed class HealthTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Ready_WithACountyOffice_IsOk(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync(provider);
        await host.CountyAsync();
        using var client = host.CreateClient();

        // Act
        var answer = await client.GetAsync("/health/ready");

        // Assert
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/health/ready", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    public async Task Health_BeforeTheFirstSetUp_IsLiveAndNotReady(string address, HttpStatusCode expected)
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync();
        using var client = host.CreateClient();

        // Act
        var answer = await client.GetAsync(address);

        // Assert
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Page_OfAnUnknownHost_IsABare404()
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync();
        await host.CountyAsync();
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://unknown.example/");

        // Act
        var answer = await client.SendAsync(request);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task StyleSheet_OfATheme_IsServedFromTheBuildOutput()
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync();
        await host.CountyAsync();
        using var client = host.CreateClient();

        // Act
        var answer = await client.GetStringAsync("/_content/AgencyCMS.Theme.Gov/dist/gov.css");

        // Assert
        Assert.NotEmpty(answer);
    }
}
