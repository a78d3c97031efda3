using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Fixtures;

/// <summary>
/// Two agencies that are alike, with the standard catalogue as <c>recipes/catalogue.recipe.json</c> has it. Started once for a class: each test publishes
/// under an entry of its own.
/// </summary>
public abstract class DisclosureSite(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Password = "Kite-Harbour-27";
    private const string Roles = """{ "name": "test", "steps": [ { "name": "Roles", "Roles": [ { "Name": "Keeper", "Permissions": ["disclosure.edit-catalogue", "contents.view-drafts"] } ] } ] }""";

    public TestHost<Program> Host { get; private set; } = null!; // xunit initialises before the first test

    /// <summary>The county's office, with the portal.</summary>
    public Tenant Office { get; private set; } = null!; // as above

    public Tenant Finance { get; private set; } = null!; // as above

    public Tenant Twin { get; private set; } = null!; // as above

    public async Task InitializeAsync()
    {
        Host = await TestHost<Program>.StartAsync(provider, options => options.Set("AgencyCMS:Accounts:SignInsPerMinute", "10000"));
        Office = await Host.CountyAsync("AgencyCMS.Portal", "AgencyCMS.Theme.Gov");
        Finance = await AddAgencyAsync("finance");
        Twin = await AddAgencyAsync("twin");
        var keeper = new AccountRequest("keeper", "", [new MembershipRequest("finance", ["Keeper"])]) { Password = Password, MustChangePassword = false };
        Assert.False((await Host.Services.GetRequiredService<IAccountProvisioning>().ProvisionAsync([keeper], CancellationToken.None)).IsRefused);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>A browser of a reader.</summary>
    public Browser Browse(Tenant? tenant = null) => new(Host.CreateClient(tenant ?? Finance));

    /// <summary>A browser in which the keeper of the catalogue has signed in.</summary>
    public async Task<Browser> SignInAsync()
    {
        var browser = Browse();
        var answer = await browser.SignInAsync("keeper", Password);
        Assert.Equal(302, (int)answer.StatusCode);
        return browser;
    }

    /// <summary>An item that is not saved.</summary>
    public static ContentItem NewItem(string title, string entry, Action<DisclosurePart>? change = null)
    {
        var item = ContentItem.New("Disclosure");
        item.Alter<TitlePart>(part => part.Title = title);
        item.Alter<DisclosurePart>(part =>
        {
            part.Entry = entry;
            part.FormedOn = new DateOnly(2026, 1, 5);
            change?.Invoke(part);
        });
        return item;
    }

    /// <summary>Publishes as the platform itself.</summary>
    public async Task<Outcome<ContentItemRow>> TryPublishAsync(ContentItem item, Tenant? tenant = null)
    {
        await using var scope = Host.Scope(tenant ?? Finance);
        return await scope.ServiceProvider.GetRequiredService<ContentManager>().SaveAndPublishAsync(item, 0, null, CancellationToken.None);
    }

    /// <summary>Publishes as the platform itself.</summary>
    /// <returns>The item as it is public.</returns>
    public async Task<ContentItem> PublishAsync(ContentItem item, Tenant? tenant = null)
    {
        var row = (await TryPublishAsync(item, tenant)).Value;
        await using var scope = Host.Scope(tenant ?? Finance);
        return (await scope.ServiceProvider.GetRequiredService<ContentReader>().FindLatestAsync(row.ContentItemId, CancellationToken.None))!; // published above
    }

    /// <summary>Takes a public item back.</summary>
    public async Task WithdrawAsync(ContentItem item, Tenant? tenant = null)
    {
        await using var scope = Host.Scope(tenant ?? Finance);
        var row = await scope.ServiceProvider.GetRequiredService<ContentReader>().FindRowAsync(item.ContentItemId, CancellationToken.None);
        var outcome = await scope.ServiceProvider.GetRequiredService<ContentManager>().WithdrawAsync(item.ContentItemId, row!.Stamp, "Replaced.", CancellationToken.None);
        Assert.False(outcome.IsRefused);
    }

    /// <summary>Adds an agency like the others.</summary>
    public async Task<Tenant> AddAgencyAsync(string name, TenantKind kind = TenantKind.Department)
    {
        var tenant = await Host.AddTenantAsync(name, kind, "AgencyCMS.Accounts", "AgencyCMS.Disclosure", "AgencyCMS.Theme.Gov", "AgencyCMS.Theme.Admin");
        var catalogue = await RecipeSource.FromFileAsync(Repository.PathOf("recipes", "catalogue.recipe.json"), CancellationToken.None);
        await using var scope = Host.Scope(tenant);
        foreach (var recipe in new[] { catalogue, RecipeSource.FromText("roles", Roles) })
        {
            var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(recipe, isDryRun: false, null, CancellationToken.None);
            Assert.Empty(report.Errors);
        }
        return tenant;
    }
}

/// <summary>The site on SQLite.</summary>
public sealed class SqliteSite() : DisclosureSite(DatabaseProvider.Sqlite);

/// <summary>The site on PostgreSQL.</summary>
public sealed class PostgreSqlSite() : DisclosureSite(DatabaseProvider.PostgreSql);
