using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.Demonstration;

/// <summary>The accounts of the demonstration: convenient in Development, like any other everywhere else.</summary>
public sealed class DemoAccountsTests
{
    private const string Step = """
        { "name": "Accounts", "Demonstration": true, "Accounts": [ { "UserName": "finance.editor", "DisplayName": "某某", "Memberships": [ { "Tenant": "finance", "Roles": [ "Editor" ] } ] } ] }
        """;

    [Theory]
    [InlineData("Development", "/finance/admin")]
    [InlineData("Production", "/finance/account/password")]
    public async Task FirstSignIn_OfADemoAccount_NeedsANewPasswordOutsideDevelopmentOnly(string environment, string destination)
    {
        // Arrange
        await using var county = await StartAsync(environment);
        await county.RunAsync(county.Office, Step);
        var made = Assert.Single(county.Host.Services.GetRequiredService<GeneratedPasswords>().Take());
        using var browser = county.Browse(county.Finance);

        // Act
        var answer = await browser.SignInAsync("finance.editor", made.Password!);

        // Assert
        Assert.StartsWith(destination, answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task SignInPage_TellsTheNamesInDevelopmentOnly(string environment, bool areTold)
    {
        // Arrange
        await using var county = await StartAsync(environment);
        await county.RunAsync(county.Office, Step);
        using var browser = county.Browse();

        // Act
        var page = await browser.TextAsync("account/sign-in");

        // Assert
        Assert.Equal(areTold, page.Contains("finance.editor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignInPage_InDevelopment_TellsNoOtherNames()
    {
        // Arrange
        await using var county = await StartAsync("Development");
        await county.RunAsync(county.Office, Step);
        await county.AddPersonAsync("somebody.real", county.Finance, "Editor");
        using var browser = county.Browse();

        // Act
        var page = await browser.TextAsync("account/sign-in");

        // Assert
        Assert.DoesNotContain("somebody.real", page, StringComparison.Ordinal);
    }

    private static Task<County> StartAsync(string environment) => County.StartAsync(DatabaseProvider.Sqlite, options =>
    {
        options.Environment = environment;
        options.Set("AgencyCMS:FirstSetUp", "page");
    });
}
