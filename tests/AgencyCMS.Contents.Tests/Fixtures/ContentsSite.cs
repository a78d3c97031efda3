using System.Collections.Immutable;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents.Tests.Fixtures;

/// <summary>A running program with two agencies that are alike, their content types, and people who may do this or that. Started once for a class.</summary>
public abstract class ContentsSite(DatabaseProvider provider) : IAsyncLifetime
{
    public const string Password = "Kite-Harbour-27";

    private const string Recipe = """
        { "name": "test", "steps": [
          { "name": "Roles", "Roles": [
            { "Name": "Editor", "Permissions": ["contents.view-drafts", "contents.edit", "media.upload"] },
            { "Name": "Reviewer", "Permissions": ["contents.view-drafts", "contents.publish", "contents.withdraw"] },
            { "Name": "Publisher", "Permissions": ["contents.view-drafts", "contents.publish"] },
            { "Name": "Chief", "Permissions": ["contents.view-drafts", "contents.edit", "contents.publish", "contents.withdraw", "contents.edit-types", "media.upload", "site.settings"] },
            { "Name": "Administrator", "Permissions": ["contents.view-drafts", "contents.edit", "contents.publish", "contents.withdraw", "contents.edit-types", "media.upload", "site.settings", "accounts.manage-members", "operations.view", "operations.jobs", "site.recipes"] },
            { "Name": "Clerk", "Permissions": [] } ] },
          { "name": "ContentDefinition",
            "ContentTypes": [ { "Name": "Page", "DisplayName": "页面", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" } } },
                { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart", "Settings": { "ContentTypePartSettings": { "Position": "1" } } },
                { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "ContentTypePartSettings": { "Position": "2" }, "AutoroutePartSettings": { "AllowCustomPath": true, "Pattern": "{{ ContentItem.DisplayText | slugify }}" } } },
                { "PartName": "AttachmentsPart", "Name": "AttachmentsPart", "Settings": { "ContentTypePartSettings": { "Position": "3" } } },
                { "PartName": "Page", "Name": "Page", "Settings": { "ContentTypePartSettings": { "Position": "4" } } } ] } ],
            "ContentParts": [ { "Name": "Page", "Settings": {}, "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Motto", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Motto" } } },
                { "FieldName": "NumericField", "Name": "Amount", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Amount" } } },
                { "FieldName": "DateTimeField", "Name": "Starts", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Starts" } } } ] } ] } ] }
        """;

    public WatchedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));

    public TestHost<Program> Host { get; private set; } = null!; // set before the first test

    public Tenant Finance { get; private set; } = null!; // as above

    public Tenant Neighbour { get; private set; } = null!; // as above

    public async Task InitializeAsync()
    {
        Host = await TestHost<Program>.StartAsync(provider, options => options.UseClock(Clock).Set("AgencyCMS:Accounts:SignInsPerMinute", "10000"));
        await Host.CountyAsync();
        string[] features = ["AgencyCMS.Accounts", "AgencyCMS.Contents", "AgencyCMS.Media", "AgencyCMS.Deployment", "AgencyCMS.Theme.Gov", "AgencyCMS.Theme.Admin"];
        Finance = await SetUpAsync("finance", features);
        Neighbour = await SetUpAsync("neighbour", features);
        await AddPersonAsync("chief", Finance, "Chief");
        await AddPersonAsync("editor", Finance, "Editor");
        await AddPersonAsync("reviewer", Finance, "Reviewer");
        await AddPersonAsync("publisher", Finance, "Publisher");
        await AddPersonAsync("clerk", Finance, "Clerk", "board");
        await AddPersonAsync("porter", Finance, "Clerk");
        await AddPersonAsync("administrator", Finance, "Administrator");
        await AddPersonAsync("boardmember", Finance, "Chief", "board");
        await AddPersonAsync("stranger", Neighbour, "Chief");
    }

    public Task DisposeAsync() => Host.DisposeAsync().AsTask();

    /// <summary>A browser of a reader.</summary>
    public Browser Browse(Tenant? tenant = null) => new(Host.CreateClient(tenant ?? Finance));

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<Browser> SignInAsync(string userName, Tenant? tenant = null)
    {
        var browser = Browse(tenant);
        var answer = await browser.SubmitAsync("account/sign-in", ("UserName", userName), ("Password", Password));
        Assert.True((int)answer.StatusCode == 302, await answer.Content.ReadAsStringAsync());
        return browser;
    }

    /// <summary>Does something in a scope of the tenant, as the platform itself.</summary>
    public async Task<T> InAsync<T>(Tenant tenant, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Host.Scope(tenant);
        return await work(scope.ServiceProvider);
    }

    /// <summary>A page that is not saved.</summary>
    public static ContentItem NewPage(string title, string path, string html = "<p>Text</p>")
    {
        var item = ContentItem.New("Page");
        item.Alter<TitlePart>(part => part.Title = title);
        item.Alter<HtmlBodyPart>(part => part.Html = html);
        item.Alter<AutoroutePart>(part => part.Path = path);
        return item;
    }

    /// <summary>Saves a draft as the platform itself.</summary>
    public Task<ContentItemRow> DraftAsync(ContentItem item, int stamp = 0, Tenant? tenant = null) => InAsync(tenant ?? Finance, async services =>
        (await services.GetRequiredService<ContentManager>().SaveDraftAsync(item, stamp, null, CancellationToken.None)).Value);

    /// <summary>Publishes as the platform itself.</summary>
    public Task<ContentItemRow> PublishAsync(ContentItem item, int stamp = 0, Tenant? tenant = null) => InAsync(tenant ?? Finance, async services =>
        (await services.GetRequiredService<ContentManager>().SaveAndPublishAsync(item, stamp, null, CancellationToken.None)).Value);

    /// <summary>The item's state now.</summary>
    public Task<ContentItemRow> RowAsync(string contentItemId, Tenant? tenant = null) => InAsync(tenant ?? Finance, async services =>
        (await services.GetRequiredService<ContentReader>().FindRowAsync(contentItemId, CancellationToken.None))!);

    /// <summary>All versions of the item, newest first.</summary>
    public Task<IReadOnlyList<ContentVersionRow>> VersionsAsync(string contentItemId) => InAsync(Finance, services =>
        services.GetRequiredService<ContentReader>().ListVersionsAsync(contentItemId, CancellationToken.None));

    /// <summary>The newest version.</summary>
    public Task<ContentItem> LatestAsync(string contentItemId) => InAsync(Finance, async services =>
        (await services.GetRequiredService<ContentReader>().FindLatestAsync(contentItemId, CancellationToken.None))!);

    private async Task<Tenant> SetUpAsync(string name, string[] features)
    {
        var tenant = await Host.AddTenantAsync(name, features);
        await using var scope = Host.Scope(tenant);
        var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(RecipeSource.FromText("test", Recipe), isDryRun: false, null, CancellationToken.None);
        Assert.Empty(report.Errors);
        return tenant;
    }

    /// <summary>Adds somebody who has a name of their own to the staff of <see cref="Finance"/>.</summary>
    public Task AddPersonAsync(string userName, string displayName, string role) => AddPersonAsync(userName, displayName, new MembershipRequest(Finance.Name, [role]));

    private Task AddPersonAsync(string userName, Tenant tenant, string role, params ImmutableArray<string> groups) =>
        AddPersonAsync(userName, "", new MembershipRequest(tenant.Name, [role]) { Groups = groups });

    private async Task AddPersonAsync(string userName, string displayName, MembershipRequest membership)
    {
        var request = new AccountRequest(userName, displayName, [membership]) { Password = Password, MustChangePassword = false };
        var outcome = await Host.Services.GetRequiredService<IAccountProvisioning>().ProvisionAsync([request], CancellationToken.None);
        Assert.False(outcome.IsRefused);
    }
}

/// <summary>The site on SQLite.</summary>
public sealed class SqliteSite() : ContentsSite(DatabaseProvider.Sqlite);

/// <summary>The site on PostgreSQL.</summary>
public sealed class PostgreSqlSite() : ContentsSite(DatabaseProvider.PostgreSql);
