using System.Net;
using System.Net.Sockets;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Presentation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgencyCMS.Accounts.Tests.Errors;

public sealed class FailureTests
{
    [Fact]
    public async Task Page_ThatFails_SaysSoWithoutTheCauseButWithANumber()
    {
        // Arrange
        await using var county = await County.StartAsync(DatabaseProvider.Sqlite, options => options.ConfigureServices(services => services.AddScoped<ISiteProfileSource, Broken>()));
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.GetAsync("account/sign-in");
        var text = await answer.Content.ReadAsStringAsync();

        // Assert
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("咨询编号", text, StringComparison.Ordinal);
        Assert.DoesNotContain("disk on fire", text, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Change_ThatLostAgainstAnother_IsNoFailureButSaysSo()
    {
        // Arrange
        await using var county = await County.StartAsync(DatabaseProvider.Sqlite, options => options.ConfigureServices(services => services.AddScoped<ISiteProfileSource, Overtaken>()));
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.GetAsync("account/sign-in");
        var text = await answer.Content.ReadAsStringAsync();

        // Assert
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("同一内容刚刚被修改", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WhileTheDatabaseIsOutOfReach_SaysThatItIsForTheMoment()
    {
        // Arrange
        await using var county = await County.StartAsync(DatabaseProvider.Sqlite, options => options.ConfigureServices(services => services.AddScoped<ISiteProfileSource, OutOfReach>()));
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.GetAsync("account/sign-in");

        // Assert
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (answer.StatusCode, answer.Headers.Contains("Retry-After")));
        Assert.Contains("连不上数据库", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private sealed class OutOfReach : ISiteProfileSource
    {
        public ValueTask<SiteProfile> GetAsync(CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A failure that may pass.", new NpgsqlException("Failed to connect.", new SocketException((int)SocketError.ConnectionRefused)));
    }

    private sealed class Overtaken : ISiteProfileSource
    {
        public ValueTask<SiteProfile> GetAsync(CancellationToken cancellationToken) => throw new DbUpdateConcurrencyException("Somebody was faster.");
    }

    private sealed class Broken : ISiteProfileSource
    {
        public ValueTask<SiteProfile> GetAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("disk on fire");
    }
}
