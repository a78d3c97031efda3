using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Recipes;
using AgencyCMS.Modularity.Recipes.Running;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.Fixtures;

/// <summary>A running county: its office and two agencies that are alike, with the roles of the real recipes. Everybody has the same password.</summary>
public sealed class County : IAsyncDisposable
{
    public const string Password = "Kite-Harbour-27";

    private County(TestHost<Program> host, TestClock clock, Tenant office, Tenant finance, Tenant twin)
    {
        (Host, Clock, Office, Finance, Twin) = (host, clock, office, finance, twin);
    }

    public TestHost<Program> Host { get; }

    public TestClock Clock { get; }

    public Tenant Office { get; }

    public Tenant Finance { get; }

    /// <summary>An agency with the same features and roles, whose staff have no business at <see cref="Finance"/>.</summary>
    public Tenant Twin { get; }

    public static async Task<County> StartAsync(DatabaseProvider provider, Action<TestHostOptions>? configure = null)
    {
        var clock = new TestClock();
        var host = await TestHost<Program>.StartAsync(provider, options =>
        {
            options.UseClock(clock);
            options.Set("AgencyCMS:Accounts:SignInsPerMinute", "10000");
            configure?.Invoke(options);
        });
        var office = await host.CountyAsync(Features("county"));
        var (finance, twin) = (await host.AddTenantAsync("finance", Features("agency")), await host.AddTenantAsync("twin", Features("agency")));
        var county = new County(host, clock, office, finance, twin);
        await county.AddRolesAsync(office, "county");
        await county.AddRolesAsync(finance, "agency");
        await county.AddRolesAsync(twin, "agency");
        return county;
    }

    /// <summary>Names of the roles that a recipe defines.</summary>
    public static IReadOnlyList<string> RolesOf(string recipe) => [.. Step(recipe, "Roles").FindObjects("Roles").Select(role => role.FindText("Name")!)];

    /// <summary>Ids of the permissions that a recipe gives a role.</summary>
    public static IReadOnlyList<string> PermissionsOf(string recipe, string role) =>
        Step(recipe, "Roles").FindObjects("Roles").Single(json => json.FindText("Name") == role).FindTexts("Permissions");

    /// <summary>Makes an account that may sign in with <see cref="Password"/>.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> AddPersonAsync(string userName, Tenant? tenant = null, params string[] roles)
    {
        ImmutableArray<MembershipRequest> memberships = tenant is null ? [] : [new MembershipRequest(tenant.Name, [.. roles])];
        var outcome = await Host.Services.GetRequiredService<IAccountProvisioning>().ProvisionAsync(
            [new AccountRequest(userName, "", memberships) { Password = Password, MustChangePassword = false }], CancellationToken.None);
        return outcome.Value[0].AccountId;
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public Browser Browse(Tenant? tenant = null) => new(Host.CreateClient(tenant ?? Office));

    /// <summary>A browser in which the person has signed in.</summary>
    public async Task<Browser> SignInAsync(string userName, Tenant? tenant = null, string password = Password)
    {
        var browser = Browse(tenant);
        var answer = await browser.SignInAsync(userName, password);
        Assert.True((int)answer.StatusCode == 302, await answer.Content.ReadAsStringAsync());
        return browser;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task AddRolesAsync(Tenant tenant, string recipe)
    {
        await using var scope = Host.Scope(tenant);
        var roles = new JsonObject { ["name"] = "recipe", ["steps"] = new JsonArray(Step(recipe, "Roles").DeepClone()) };
        var runner = scope.ServiceProvider.GetRequiredService<RecipeRunner>();
        var report = await runner.RunAsync(RecipeSource.FromText("roles", roles.ToJsonString()), new RecipeRunOptions(new RecipeEnvironment()), CancellationToken.None);
        Assert.Empty(report.Errors);
    }

    private static string[] Features(string recipe) => [.. Step(recipe, "feature").FindTexts("enable")];

    private static JsonObject Step(string recipe, string name) =>
        RecipeReader.Read(File.ReadAllBytes(Repository.PathOf("recipes", recipe + ".recipe.json"))).Steps.OfType<JsonObject>().First(step => step.FindText("name") == name);
}
