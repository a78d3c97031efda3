using System.CommandLine;
using System.Text.Json.Nodes;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Modularity.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.Commands;

[Collection(OnSqlite.Name)]
public sealed class AccountCommandsOnSqliteTests(SqliteCounty shared) : AccountCommandsTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class AccountCommandsOnPostgreSqlTests(PostgreSqlCounty shared) : AccountCommandsTests(shared.County);

public abstract class AccountCommandsTests(County county)
{
    [Fact]
    public async Task Create_WithAMembership_PrintsAPasswordThatSignsIn()
    {
        // Arrange
        var name = "cli" + Guid.NewGuid().ToString("N")[..8];

        // Act
        var (code, output, _) = await RunAsync("account", "create", name, "--display-name", "周明", "--member", "finance:Editor,Reviewer", "--json");
        using var browser = county.Browse(county.Finance);
        var answer = await browser.SignInAsync(name, (string)JsonNode.Parse(output)!["password"]!);

        // Assert
        Assert.Equal(0, code);
        Assert.StartsWith("/finance/account/password", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_ForAnUnknownTenant_FailsWithTheReason()
    {
        // Act
        var (code, _, error) = await RunAsync("account", "create", "someone", "--member", "nowhere:Editor");

        // Assert
        Assert.Equal(1, code);
        Assert.Contains("nowhere", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_EndsSessionsAndPrintsANewPassword()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using var browser = await county.SignInAsync(person, county.Finance);

        // Act
        var (code, output, _) = await RunAsync("account", "reset", person.Name, "--json");

        // Assert
        Assert.Equal(0, code);
        Assert.NotNull(JsonNode.Parse(output)!["password"]);
        Assert.Equal(System.Net.HttpStatusCode.Found, await browser.StatusAsync("admin"));
    }

    [Fact]
    public async Task Reset_OfAnUnknownName_Fails()
    {
        // Act
        var (code, _, error) = await RunAsync("account", "reset", "nobody-at-all");

        // Assert
        Assert.Equal(1, code);
        Assert.Contains("no such account", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfATenant_NamesItsPeopleAlone()
    {
        // Arrange
        var (own, other) = (await county.AddPersonAsync(county.Finance, "Editor"), await county.AddPersonAsync(county.Twin, "Editor"));

        // Act
        var (_, output, _) = await RunAsync("account", "list", "--tenant", "finance");

        // Assert
        var names = output.Split('\n').Select(line => line.Split('\t')[0]).ToList();
        Assert.Contains(own.Name, names);
        Assert.DoesNotContain(other.Name, names);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var root = new RootCommand { CommandConsole.Json };
        foreach (var command in county.Host.Services.GetServices<IOperatorCommands>().SelectMany(source => source.Create()).Where(command => command.Name == "account"))
        {
            root.Add(command);
        }
        using StringWriter output = new(), error = new();
        var code = await root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
