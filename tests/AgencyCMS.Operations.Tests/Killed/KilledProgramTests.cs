using System.Globalization;
using System.Text.Json;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.Killed;

/// <summary>
/// The server and an import are killed in the midst of their work, again and again. AGENCYCMS_KILLS says how often; the moments differ from run to run, and
/// AGENCYCMS_SEED repeats those of an earlier one.
/// </summary>
public abstract class KilledProgramTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Password = "Kite-Harbour-27";
    private const int Lines = 400;
    private static readonly int Kills = TestSettings.Number("AGENCYCMS_KILLS", 2);
    private static readonly int Seed = TestSettings.Number("AGENCYCMS_SEED", Environment.ProcessId);
    private readonly Random _random = new(Seed);
    private readonly List<(string Path, string Title)> _published = [];
    private TestDatabase _database = null!; // xunit starts it before the test

    public async Task InitializeAsync()
    {
        _database = await TestHost<Program>.CreateDatabaseAsync(provider);
        await using var host = await TestHost<Program>.StartAsync(_database);
        var tenants = host.Services.GetRequiredService<ITenantLifecycle>();
        await MakeAsync(tenants, new() { Name = "county-office", Title = "澄岚县人民政府", Kind = TenantKind.CountyOffice, Recipe = "county" });
        await MakeAsync(tenants, new() { Name = "finance", Title = "财政局", Kind = TenantKind.Department, Recipe = "agency" });
        var person = new AccountRequest("head", "", [new MembershipRequest("finance", ["SiteAdministrator"])]) { Password = Password, MustChangePassword = false };
        Assert.Empty((await host.Services.GetRequiredService<IAccountProvisioning>().ProvisionAsync([person], CancellationToken.None)).Problems);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Killed_DuringImportAndPublishing_LosesNothingAndDisagreesWithNothing()
    {
        for (var round = 1; round <= Kills; round++)
        {
            // Act
            await WorkUntilKilledAsync(round);

            // Assert
            var (exitCode, output, errors) = await ProgramProcess.RunAsync(_database, "verify");
            Assert.True(exitCode == 0, $"Seed {Seed}, kill {round}:\n{output}\n{errors}");
        }
        await AssertAllIsReadAsync();
    }

    /// <summary>Publishes by the pages while an import runs, and kills both while a request is under way.</summary>
    private async Task WorkUntilKilledAsync(int round)
    {
        var (server, address) = await ProgramProcess.ServeAsync(_database);
        using var serving = server;
        using var import = ProgramProcess.StartCommand(_database, "import", WriteLines(round), "--tenant", "finance");
        using var browser = new Browser(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address, "finance/") });
        Assert.Equal(302, (int)(await browser.SignInAsync("head", Password)).StatusCode);
        var answers = _random.Next(1, 12);
        for (var number = 1; number <= answers; number++)
        {
            await PublishAsync(browser, FormattableString.Invariant($"r{round}-n{number}"));
        }
        var underWay = PublishAsync(browser, FormattableString.Invariant($"r{round}-last"));
        if (_random.Next(2) == 0)
        {
            await import.KillAsync();
            await server.KillAsync();
        }
        else
        {
            await server.KillAsync();
            await import.KillAsync();
        }
        // Answered or not: both are right, as long as what was answered stays.
        await Task.WhenAny(underWay);
    }

    // Only what the server has answered counts as published.
    private async Task PublishAsync(Browser browser, string path)
    {
        var title = "通知 " + path;
        var answer = await browser.SubmitAsync("admin/contents/new/Page", ("TitlePart.Title", "草稿 " + path), ("AutoroutePart.Path", path), ("HtmlBodyPart.Html", "<p>初稿</p>"), ("Do", "save"));
        Assert.Equal(302, (int)answer.StatusCode);
        answer = await browser.SubmitAsync(answer.Headers.Location!.OriginalString, ("TitlePart.Title", title), ("HtmlBodyPart.Html", "<p>改定</p>"), ("Do", "publish"));
        Assert.Equal(302, (int)answer.StatusCode);
        _published.Add((path, title));
    }

    private async Task AssertAllIsReadAsync()
    {
        var (exitCode, output, errors) = await ProgramProcess.RunAsync(_database, "import", WriteLines(Kills), "--tenant", "finance");
        Assert.True(exitCode == 0, output + errors);
        var (server, address) = await ProgramProcess.ServeAsync(_database);
        using var serving = server;
        using var reader = new Browser(new HttpClient { BaseAddress = new Uri(address, "finance/") });
        foreach (var (path, title) in _published)
        {
            Assert.Contains(title, await reader.TextAsync(path), StringComparison.Ordinal);
        }
        var last = FormattableString.Invariant($"第{Lines}号");
        await Eventually.IsTrueAsync(async () => (await reader.TextAsync("search?q=" + Uri.EscapeDataString($"\"{last}\""))).Contains("/info/", StringComparison.Ordinal), "the last line is found");
        await server.KillAsync();
        (exitCode, output, errors) = await ProgramProcess.RunAsync(_database, "verify");
        Assert.True(exitCode == 0, output + errors);
    }

    private string WriteLines(int round)
    {
        var path = Path.Combine(_database.DataPath, "lines.jsonl");
        File.WriteAllLines(path, Enumerable.Range(1, Lines).Select(number => JsonSerializer.Serialize(new
        {
            key = number.ToString(CultureInfo.InvariantCulture),
            title = FormattableString.Invariant($"关于第{number}号事项的通知"),
            paragraphs = new[] { FormattableString.Invariant($"第{round}次修订。") },
            publishedOn = "2026-03-02",
            genre = "通知",
        })));
        return path;
    }

    private static async Task MakeAsync(ITenantLifecycle tenants, NewTenant wanted) =>
        Assert.Empty((await tenants.CreateAsync(wanted, Actor.System, null, CancellationToken.None)).Problems);
}

public sealed class KilledProgramOnSqliteTests() : KilledProgramTests(DatabaseProvider.Sqlite);

public sealed class KilledProgramOnPostgreSqlTests() : KilledProgramTests(DatabaseProvider.PostgreSql);
