using System.Net;
using AgencyCMS.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Web.Tests.Hosting;

/// <summary>Whether the word of a proxy is taken shows in what only a request over HTTPS is answered with.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("203.0.113.9", null, false)]
    [InlineData("10.1.2.3", "10.1.0.0/16", true)]
    [InlineData("10.1.2.3", "10.1.2.3", true)]
    [InlineData("10.2.2.3", "10.1.0.0/16", false)]
    public async Task Request_FromAProxy_IsBelievedWhenTheProxyIsKnown(string sender, string? known, bool isBelieved)
    {
        // Arrange
        await using var host = await StartAsync(sender, options => options.Set("AgencyCMS:Proxies:0", known));

        // Act
        using var answer = await AskAsync(host);

        // Assert
        Assert.Equal(isBelieved, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Request_FromAStranger_IsNotBelievedWithTheSwitchOfTheFramework()
    {
        // Arrange
        await using var host = await StartAsync("203.0.113.9", options => options.Set("ForwardedHeaders_Enabled", "true"));

        // Act
        using var answer = await AskAsync(host);

        // Assert
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("javascript")]
    [InlineData("file, https")]
    public async Task Scheme_ThatIsNoneOfTheWebs_IsNotBelieved(string scheme)
    {
        // Arrange
        await using var host = await StartAsync("127.0.0.1", _ => { });

        // Act
        using var answer = await AskAsync(host, scheme);

        // Assert
        Assert.Equal("http", answer.Headers.Location?.IsAbsoluteUri == true ? answer.Headers.Location.Scheme : "http");
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    private static async Task<HttpResponseMessage> AskAsync(TestHost<Program> host, string scheme = "https")
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("http://county.example/"));
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        return await client.SendAsync(request);
    }

    private static Task<TestHost<Program>> StartAsync(string sender, Action<TestHostOptions> configure) => TestHost<Program>.StartAsync(options =>
    {
        configure(options);
        options.ConfigureServices(services => services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new Sender(IPAddress.Parse(sender)))));
    });

    private sealed class Sender(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = address;
                return rest(context);
            });
            next(app);
        };
    }
}
