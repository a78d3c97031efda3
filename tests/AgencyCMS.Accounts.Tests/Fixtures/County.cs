using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.Fixtures;

/// <summary>A running county: its office and two agencies that are alike, with the roles of the real recipes. Everybody has the same password.</summary>
public sealed class County : IAsyncDisposable
{
    public const string Password = "Kite-Harbour-27";
    private int _people;

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
            options.Set("AgencyCMS:Accounts:SignInsPerMinute", "100000");
            options.ConfigureServices(services => services.AddSingleton<Microsoft.AspNetCore.Routing.MatcherPolicy, Rights.MatchedEndpoints>());
            options.ConfigureServices(services => services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter, PretendedAddresses>());
            // The cost of a real hash is paid hundreds of times here and proves nothing.
            options.ConfigureServices(services => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000));
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

    /// <summary>Makes an account, with a name of its own, that may sign in with <see cref="Password"/>.</summary>
    public Task<Person> AddPersonAsync(Tenant? tenant = null, params string[] roles) => AddPersonAsync($"person{Interlocked.Increment(ref _people)}", tenant, roles);

    /// <inheritdoc cref="AddPersonAsync(Tenant?, string[])"/>
    public async Task<Person> AddPersonAsync(string userName, Tenant? tenant, params string[] roles)
    {
        ImmutableArray<MembershipRequest> memberships = tenant is null ? [] : [new MembershipRequest(tenant.Name, [.. roles])];
        var outcome = await Host.Services.GetRequiredService<IAccountProvisioning>().ProvisionAsync(
            [new AccountRequest(userName, "", memberships) { Password = Password, MustChangePassword = false }], CancellationToken.None);
        return new Person(outcome.Value[0].AccountId, userName);
    }

    /// <summary>True when there is an account with this name.</summary>
    public async Task<bool> HasAccountAsync(string userName)
    {
        await using var db = Host.Services.GetRequiredService<StoreSessions>().OpenCounty();
        return await db.Set<Account>().AnyAsync(account => account.UserName == userName);
    }

    /// <summary>Adds an agency like the two, for a test that needs one where nothing has happened.</summary>
    public async Task<Tenant> AddAgencyAsync()
    {
        var agency = await Host.AddTenantAsync("agency" + Guid.NewGuid().ToString("N")[..8], Features("agency"));
        await AddRolesAsync(agency, "agency");
        return agency;
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public Browser Browse(Tenant? tenant = null) => new(Host.CreateClient(tenant ?? Office));

    /// <summary>A browser in which the person has signed in.</summary>
    public async Task<Browser> SignInAsync(Person person, Tenant? tenant = null, string password = Password)
    {
        var browser = Browse(tenant);
        var answer = await browser.SignInAsync(person.Name, password);
        Assert.True((int)answer.StatusCode == 302, await answer.Content.ReadAsStringAsync());
        return browser;
    }

    /// <summary>A browser of a new person with these roles.</summary>
    public async Task<Browser> SignInAsAsync(Tenant tenant, params string[] roles) => await SignInAsync(await AddPersonAsync(tenant, roles), tenant);

    /// <summary>Carries out one step of a recipe.</summary>
    public Task<RecipeReport> RunAsync(Tenant tenant, string step) => RunAsync(tenant, step, Actor.System);

    /// <summary>The same as somebody who has certain rights on the tenant.</summary>
    public async Task<RecipeReport> RunAsync(Tenant tenant, string step, Actor runner)
    {
        await using var scope = Host.Services.GetRequiredService<TenantScopes>().Open(tenant, runner);
        return await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(
            RecipeSource.FromText("test", $$"""{ "steps": [ {{step}} ] }"""), isDryRun: false, null, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task AddRolesAsync(Tenant tenant, string recipe) => Assert.Empty((await RunAsync(tenant, Step(recipe, "Roles").ToJsonString())).Errors);

    private static string[] Features(string recipe) => [.. Step(recipe, "feature").FindTexts("enable")];

    private static JsonObject Step(string recipe, string name) =>
        RecipeReader.Read(File.ReadAllBytes(Repository.PathOf("recipes", recipe + ".recipe.json"))).Steps.OfType<JsonObject>().First(step => step.FindText("name") == name);
}

/// <summary>Somebody with an account.</summary>
/// <param name="Id">Number of the account.</param>
/// <param name="Name">Sign-in name.</param>
public sealed record Person(int Id, string Name);
