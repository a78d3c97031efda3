using System.Collections.Frozen;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.Recipes;

[Collection(OnSqlite.Name)]
public sealed class AccountRecipeOnSqliteTests(SqliteCounty shared) : AccountRecipeTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class AccountRecipeOnPostgreSqlTests(PostgreSqlCounty shared) : AccountRecipeTests(shared.County);

public abstract class AccountRecipeTests(County county)
{
    [Fact]
    public async Task Roles_RunTwice_ChangeNothing()
    {
        // Arrange
        const string step = """{ "name": "Roles", "Roles": [ { "Name": "Twice", "Description": "d", "Permissions": [ "accounts.manage-members" ] } ] }""";
        await county.RunAsync(county.Twin, step);

        // Act
        var report = await county.RunAsync(county.Twin, step);

        // Assert
        Assert.Equal(RecipeResult.Unchanged, Assert.Single(report.Entries).Result);
    }

    [Fact]
    public async Task Role_WithANameThatIsReadBackwards_IsRefused()
    {
        // Act
        var report = await county.RunAsync(county.Twin, """{ "name": "Roles", "Roles": [ { "Name": "Editor\u202E", "Permissions": [] } ] }""");

        // Assert
        Assert.Contains(report.Entries, entry => entry.Severity == RecipeSeverity.Error && entry.Text.Contains("U+202E", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "b c")]
    [InlineData("Add", "a b c")]
    [InlineData("Remove", "a")]
    public async Task Roles_WithABehaviour_ReplaceAddOrRemovePermissions(string behaviour, string expected)
    {
        // Arrange
        var name = "Role" + behaviour;
        await county.RunAsync(county.Twin, $$"""{ "name": "roles", "Roles": [ { "Name": "{{name}}", "Permissions": [ "a", "b" ] } ] }""");

        // Act
        await county.RunAsync(county.Twin, $$"""{ "name": "Roles", "roles": [ { "name": "{{name}}", "permissions": [ "b", "c" ], "PermissionBehavior": "{{behaviour}}" } ] }""");

        // Assert
        Assert.Equal(expected, string.Join(' ', (await RoleAsync(county.Twin, name))!.PermissionIds));
    }

    [Theory]
    [InlineData("Replace", "[]", true)]
    [InlineData("Remove", """[ "accounts.manage-members" ]""", true)]
    [InlineData("Remove", """[ "contents.view-drafts" ]""", true)]
    [InlineData("Add", """[ "contents.view-drafts" ]""", false)]
    public async Task Role_ThatAllowsMoreThanTheRunnerMay_LosesNothing(string behaviour, string permissions, bool isRefused)
    {
        // Arrange
        var name = "Greater" + Guid.NewGuid().ToString("N")[..8];
        await county.RunAsync(county.Twin, $$"""{ "name": "Roles", "Roles": [ { "Name": "{{name}}", "Permissions": [ "accounts.manage-members", "contents.view-drafts", "contents.publish" ] } ] }""");
        var runner = new Actor { AccountId = 1, Name = "lesser", DisplayName = "Lesser", IsStaff = true, Permissions = new[] { "accounts.manage-members", "contents.view-drafts", "site.recipes" }.ToFrozenSet() };

        // Act
        var report = await county.RunAsync(
            county.Twin, $$"""{ "name": "Roles", "Roles": [ { "Name": "{{name}}", "PermissionBehavior": "{{behaviour}}", "Permissions": {{permissions}} } ] }""", runner);

        // Assert
        Assert.Equal(isRefused, report.Entries.Any(entry => entry.Severity == RecipeSeverity.Error));
        Assert.Equal(3, (await RoleAsync(county.Twin, name))!.PermissionIds.Count());
    }

    [Theory]
    [InlineData("CountyAdministrator", "accounts.role-not-yours")]
    [InlineData("Emperor", "accounts.unknown-role")]
    public async Task Account_WithARoleThatTheRunnerCannotGive_IsNotMade(string role, string code)
    {
        // Arrange
        var name = "evil" + Guid.NewGuid().ToString("N")[..8];

        // Act
        var report = await county.RunAsync(county.Office, Account(name, county.Office, role), Clerk);

        // Assert
        Assert.Equal(code, Assert.Single(report.Errors).Code);
        Assert.False(await county.HasAccountAsync(name));
    }

    [Fact]
    public async Task Account_ByARecipe_IsWrittenDownAsTheRunners()
    {
        // Arrange
        var name = "new" + Guid.NewGuid().ToString("N")[..8];

        // Act
        await county.RunAsync(county.Office, Account(name, county.Twin, "Editor"), Clerk);

        // Assert
        await using var db = county.Host.Services.GetRequiredService<StoreSessions>().OpenCounty();
        var id = await db.Set<Account>().Where(account => account.UserName == name).Select(account => account.Id).SingleAsync();
        Assert.All(await db.Set<AccountEvent>().Where(happened => happened.AccountId == id).ToListAsync(), happened => Assert.Equal(Clerk.Name, happened.Actor));
    }

    [Fact]
    public async Task Membership_ThatSomebodyHasEnded_IsNotBegunAgainByARecipe()
    {
        // Arrange
        var person = await county.AddPersonAsync(county.Finance, "Editor");
        using (var agency = await county.SignInAsAsync(county.Finance, "SiteAdministrator"))
        {
            await agency.SubmitAsync(await agency.ReadAsync($"admin/members/{person.Id}"), "/removal");
        }

        // Act
        var report = await county.RunAsync(county.Office, Account(person.Name, county.Finance, "Editor"), Clerk);

        // Assert
        Assert.Contains(report.Entries, entry => entry.Code == "accounts.membership-left");
        await using var db = county.Host.Services.GetRequiredService<StoreSessions>().OpenCounty();
        Assert.False(await db.Set<Membership>().AnyAsync(membership => membership.AccountId == person.Id));
    }

    [Fact]
    public async Task Roles_OfWhichNoneWouldManageMembersAnyMore_AreRefused()
    {
        // Arrange
        var tenant = await county.Host.AddTenantAsync("left-" + Guid.NewGuid().ToString("N")[..8], "AgencyCMS.Accounts");
        await county.RunAsync(tenant, """{ "name": "Roles", "Roles": [ { "Name": "Head", "Permissions": [ "accounts.manage-members", "site.recipes" ] } ] }""");

        // Act
        var report = await county.RunAsync(tenant, """{ "name": "Roles", "Roles": [ { "Name": "Head", "Permissions": [] } ] }""");

        // Assert
        Assert.Contains(report.Entries, entry => entry.Severity == RecipeSeverity.Error);
        Assert.Equal(2, (await RoleAsync(tenant, "Head"))!.PermissionIds.Count());
    }

    [Fact]
    public async Task Roles_WithUnknownPermissions_AreKeptAndReported()
    {
        // Act
        var report = await county.RunAsync(county.Twin, """{ "name": "Roles", "Roles": [ { "Name": "Foreign", "Permissions": [ "PublishContent" ] } ] }""");

        // Assert
        Assert.Contains(report.Entries, entry => entry.Severity == RecipeSeverity.Warning && entry.Text.Contains("PublishContent", StringComparison.Ordinal));
        Assert.Equal("PublishContent", Assert.Single((await RoleAsync(county.Twin, "Foreign"))!.PermissionIds));
    }

    [Fact]
    public async Task Roles_OfOneTenant_AreNotTheNeighbours()
    {
        // Act
        await county.RunAsync(county.Twin, """{ "name": "Roles", "Roles": [ { "Name": "TwinsOwn", "Permissions": [] } ] }""");

        // Assert
        Assert.Null(await RoleAsync(county.Finance, "TwinsOwn"));
    }

    [Fact]
    public async Task Accounts_InTheCounty_AreMadeWithAPasswordForTheFirstSignIn()
    {
        // Arrange
        var name = "recipe" + Guid.NewGuid().ToString("N")[..8];

        // Act
        await county.RunAsync(county.Office, $$"""
            { "name": "Accounts", "Accounts": [ { "UserName": "{{name}}", "DisplayName": "某某", "Memberships": [ { "Tenant": "finance", "Roles": [ "Editor" ] } ] } ] }
            """);
        var made = Assert.Single(county.Host.Services.GetRequiredService<GeneratedPasswords>().Take(), account => account.UserName == name);
        using var browser = county.Browse(county.Finance);

        // Assert
        Assert.StartsWith("/finance/account/password", (await browser.SignInAsync(name, made.Password!)).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_InAnAgency_AreRefused()
    {
        // Act
        var report = await county.RunAsync(county.Finance, """{ "name": "Accounts", "Accounts": [ { "UserName": "intruder" } ] }""");

        // Assert
        Assert.True(report.HasErrors);
    }

    private async Task<Role?> RoleAsync(Tenant tenant, string name)
    {
        await using var db = county.Host.Services.GetRequiredService<StoreSessions>().Open(tenant.Id);
        return await db.Set<Role>().SingleOrDefaultAsync(role => role.Name == name);
    }

    private static Actor Clerk { get; } = new()
    {
        AccountId = 1,
        Name = "clerk",
        DisplayName = "Clerk",
        IsStaff = true,
        Permissions = new[] { "accounts.manage", "site.recipes" }.ToFrozenSet(),
    };

    private static string Account(string name, Tenant tenant, string role) =>
        $$"""{ "name": "Accounts", "Accounts": [ { "UserName": "{{name}}", "Memberships": [ { "Tenant": "{{tenant.Name}}", "Roles": [ "{{role}}" ] } ] } ] }""";
}
