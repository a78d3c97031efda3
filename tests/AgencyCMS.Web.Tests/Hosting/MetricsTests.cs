using System.Net;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Web.Tests.Hosting;

public sealed class MetricsTests
{
    [Fact]
    public async Task Metrics_WhenPrometheusIsOn_NameTheTenant()
    {
        // Arrange
        await using var host = await StartAsync();
        var finance = await host.AddTenantAsync("finance");
        using var site = host.CreateClient(finance);
        await site.GetAsync("theme/colours.css");
        using var client = host.CreateClient();

        // Act
        var text = await client.GetStringAsync("/metrics");

        // Assert
        Assert.Contains("agencycms_tenant=\"finance\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_ThroughAProxy_AreNotThere()
    {
        // Arrange
        await using var host = await StartAsync();
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        // Act
        var answer = await client.GetAsync("/metrics");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Metrics_WithoutConfiguration_AreNotThere()
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync();
        await host.CountyAsync();
        using var client = host.CreateClient();

        // Act
        var answer = await client.GetAsync("/metrics");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Metrics_WhenPrometheusIsOn_SayHowFarConsumersAreBehind()
    {
        // Arrange
        await using var host = await StartAsync();
        await host.ConsumersAreIdleAsync();
        using var client = host.CreateClient();

        // Act
        var text = await client.GetStringAsync("/metrics");

        // Assert
        Assert.Matches("agencycms_changes_behind\\{[^}]*agencycms_consumer=\"search.tenant\"[^}]*\\} 0", text);
        Assert.Matches("agencycms_changes_lag_seconds\\{[^}]*agencycms_consumer=\"search.county\"[^}]*\\} 0", text);
    }

    private static async Task<TestHost<Program>> StartAsync()
    {
        var host = await TestHost<Program>.StartAsync(options => options.Set("AgencyCMS:Metrics:Prometheus", "true"));
        await host.CountyAsync();
        return host;
    }
}
