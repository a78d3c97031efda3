using System.CommandLine;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Fixtures;

/// <summary>A running county with its office and two agencies that are alike, each with a small catalogue, and a folder for files.</summary>
public abstract class DisclosureTest(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Password = "Kite-Harbour-27";

    private const string Recipe = """
        { "name": "test", "steps": [
          { "name": "Roles", "Roles": [
            { "Name": "Importer", "Permissions": ["disclosure.import", "contents.withdraw"] },
            { "Name": "ImporterAlone", "Permissions": ["disclosure.import"] },
            { "Name": "CountyImporter", "Permissions": ["disclosure.import", "disclosure.import-county", "contents.withdraw"] },
            { "Name": "Clerk", "Permissions": ["disclosure.edit-catalogue"] } ] },
          { "name": "Catalogue", "Entries": [
            { "Code": "a20_15_notices", "Title": "通知公告", "Kind": "statutory" },
            { "Code": "a20_15_open_affairs", "Title": "政务公开", "Kind": "statutory" },
            { "Code": "a20_15_other", "Title": "其他文件", "Kind": "statutory" } ] } ] }
        """;

    private static readonly string[] Features = ["AgencyCMS.Accounts", "AgencyCMS.Disclosure", "AgencyCMS.Media", "AgencyCMS.Theme.Gov", "AgencyCMS.Theme.Admin"];
    private readonly TestFolder _folder = new();
    private TestDatabase _database = null!; // set before each test

    protected TestHost<Program> Host { get; private set; } = null!; // set before each test
    protected Tenant Office { get; private set; } = null!; // as above
    protected Tenant Finance { get; private set; } = null!; // as above
    protected Tenant Neighbour { get; private set; } = null!; // as above

    public async Task InitializeAsync()
    {
        _database = await TestHost<Program>.CreateDatabaseAsync(provider);
        Host = await StartAsync();
        Office = await SetUpAsync(await Host.CountyAsync(Features));
        Finance = await AddAgencyAsync("finance");
        Neighbour = await AddAgencyAsync("neighbour");
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Adds an agency like the others.</summary>
    protected async Task<Tenant> AddAgencyAsync(string name) => await SetUpAsync(await Host.AddTenantAsync(name, Features));

    /// <summary>Ends the program in order and starts it again on the same data.</summary>
    protected async Task RestartAsync()
    {
        await Host.DisposeAsync();
        Host = await StartAsync();
    }

    /// <summary>Absolute path of a file for this test alone.</summary>
    protected string PathOf(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // below the folder
        return path;
    }

    /// <returns>Absolute path of a new file with these lines.</returns>
    protected async Task<string> WriteAsync(string name, params string[] lines)
    {
        await File.WriteAllLinesAsync(PathOf(name), lines);
        return PathOf(name);
    }

    /// <summary>Runs a command of the operator.</summary>
    protected Task<CommandResult> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    /// <inheritdoc cref="RunAsync(string[])"/>
    protected async Task<CommandResult> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var root = new RootCommand { CommandConsole.Json };
        foreach (var command in Host.Services.GetServices<IOperatorCommands>().SelectMany(source => source.Create()))
        {
            root.Add(command);
        }
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await root.Parse([.. arguments, "--json"]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, cancellationToken);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    /// <summary>Titles of the items that a tenant has published, in the order of their ids.</summary>
    protected async Task<IReadOnlyList<string>> TitlesAsync(Tenant tenant) => [.. (await ItemsAsync(tenant)).Select(item => item.DisplayText).Order(StringComparer.Ordinal)];

    /// <summary>The items that a tenant has published.</summary>
    protected async Task<IReadOnlyList<ContentItemRow>> ItemsAsync(Tenant tenant)
    {
        await using var db = Host.Services.GetRequiredService<StoreSessions>().Open(tenant.Id);
        return await db.Set<ContentItemRow>().AsNoTracking().Where(row => row.PublishedVersionId != null).OrderBy(row => row.ContentItemId).ToListAsync();
    }

    /// <summary>A browser in which a new member of the tenant's staff has signed in.</summary>
    protected async Task<Browser> SignInAsync(Tenant tenant, string role)
    {
        var name = "p" + Guid.NewGuid().ToString("N")[..12];
        var outcome = await Host.Services.GetRequiredService<IAccountProvisioning>().ProvisionAsync(
            [new AccountRequest(name, name, [new MembershipRequest(tenant.Name, [role])]) { Password = Password, MustChangePassword = false }], CancellationToken.None);
        Assert.False(outcome.IsRefused);
        var browser = new Browser(Host.CreateClient(tenant));
        await browser.SignInAsync(name, Password);
        return browser;
    }

    private Task<TestHost<Program>> StartAsync() => TestHost<Program>.StartAsync(_database, options => options
        .Set("AgencyCMS:Accounts:SignInsPerMinute", "10000")
        // The cost of a real hash is paid again and again here and proves nothing.
        .ConfigureServices(services => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000)));

    private async Task<Tenant> SetUpAsync(Tenant tenant)
    {
        await using var scope = Host.Scope(tenant);
        var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(RecipeSource.FromText("test", Recipe), isDryRun: false, null, CancellationToken.None);
        Assert.Empty(report.Errors);
        return tenant;
    }
}

/// <summary>What a command ended with.</summary>
public sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Output)!; // the command was run with --json

    /// <summary>New, changed, unchanged and refused lines.</summary>
    public (int Created, int Updated, int Unchanged, int Refused) Counts => (Number("created"), Number("updated"), Number("unchanged"), Number("refused"));

    private int Number(string name) => Json[name]!.GetValue<int>();
}
