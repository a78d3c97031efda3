using System.CommandLine;
using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgencyCMS.Demo.Tests.Walking;

/// <summary>How whoever tries the program out finds the names to sign in with again.</summary>
public sealed class DemoNamesTests(DemoCounty county) : IClassFixture<DemoCounty>
{
    [Fact]
    public async Task AccountList_OfTheDemonstration_TellsEveryNameAndWork()
    {
        // Act
        var (code, output, _) = await RunAsync(county.Host.Services, "account", "list", "--demo", "--json");

        // Assert
        Assert.Equal(0, code);
        var names = JsonNode.Parse(output)!.AsArray().Select(row => (string)row!["userName"]!).ToList();
        Assert.Contains("county.admin", names);
        Assert.Equal(27, names.Count);
    }

    [Fact]
    public async Task ResetPassword_OfADemoAccount_SignsInAtOnce()
    {
        // Arrange
        var (_, output, _) = await RunAsync(county.Host.Services, "account", "reset", "county.admin", "--json");
        using var browser = new Browser(county.Host.CreateClient());

        // Act
        var answer = await browser.SignInAsync("county.admin", (string)JsonNode.Parse(output)!["password"]!);

        // Assert
        Assert.Equal("/admin", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task AccountList_OfTheDemonstration_OutsideDevelopment_IsRefused()
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync();

        // Act
        var (code, output, error) = await RunAsync(host.Services, "account", "list", "--demo");

        // Assert
        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.Contains("Development", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(IServiceProvider services, params string[] arguments)
    {
        var root = new RootCommand { CommandConsole.Json };
        foreach (var command in services.GetServices<IOperatorCommands>().SelectMany(source => source.Create()))
        {
            root.Add(command);
        }
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
