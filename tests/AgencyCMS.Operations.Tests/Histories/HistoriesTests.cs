using System.Text.Json.Nodes;
using System.Xml.Linq;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Browsing;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AgencyCMS.Operations.Tests.Histories;

/// <summary>
/// Random histories of publishing, scheduling, withdrawing, importing, restoring, renaming and removing, and a model that says what must be public after each.
/// AGENCYCMS_HISTORIES says how many; AGENCYCMS_SEED repeats those of an earlier run.
/// </summary>
public abstract class HistoriesTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const int Steps = 14;
    private static readonly int Histories = TestSettings.Number("AGENCYCMS_HISTORIES", 3);
    private static readonly int Seed = TestSettings.Number("AGENCYCMS_SEED", Environment.ProcessId);
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));
    private readonly TestFolder _folder = new();
    private TestHost<Program> _host = null!; // before the test
    private HistoryDriver _driver = null!; // as above

    public async Task InitializeAsync()
    {
        _host = await TestHost<Program>.StartAsync(provider, options => options.UseClock(_clock).Set("AgencyCMS:Accounts:SignInsPerMinute", "1000000")
            // The cost of a real hash is paid again and again here and proves nothing.
            .ConfigureServices(services => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000)));
        await _host.CountyAsync("AgencyCMS.Portal", "AgencyCMS.Search", "AgencyCMS.Theme.Gov");
        _driver = new HistoryDriver(_host, _clock, _folder.Path);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task RandomHistories_LeavePublicWhatTheModelSays()
    {
        for (var number = 1; number <= Histories; number++)
        {
            // Act
            var history = new History(_driver, _clock, new Random(HashCode.Combine(Seed, number)), FormattableString.Invariant($"h{number}"));
            try
            {
                await history.RunAsync(Steps);

                // Assert
                await AssertShownAsync(history.Agencies);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {Seed}, history {number}:\n{string.Join('\n', history.Done)}\n{exception.Message}", exception);
            }
        }
        Assert.Contains(", 0 faults.", await _driver.RunAsync("verify"), StringComparison.Ordinal);
    }

    private async Task AssertShownAsync(IReadOnlyList<ModelAgency> agencies)
    {
        await _host.ConsumersAreIdleAsync();
        foreach (var agency in agencies.Where(agency => !agency.IsRemoved))
        {
            using var site = new Browser(_host.CreateClient(_host.Services.GetRequiredService<TenantDirectory>().Find(agency.Id)));
            Assert.Equal(agency.PublicTitles, Own(agencies, await FeedAsync(site)));
            Assert.Equal(agency.PublicTitles, Own(agencies, await SearchAsync(site)));
        }
        using var county = new Browser(_host.CreateClient());
        Assert.Equal(agencies.SelectMany(agency => agency.PublicTitles).Order(StringComparer.Ordinal), Own(agencies, await SearchAsync(county)));
        var latest = (await county.ReadAsync("")).QuerySelectorAll("main a").Select(link => link.TextContent.Trim());
        Assert.Empty(Own(agencies, latest).Except(agencies.SelectMany(agency => agency.PublicTitles)));
    }

    // The pages that every agency has are no part of the history.
    private static IEnumerable<string> Own(IReadOnlyList<ModelAgency> agencies, IEnumerable<string> titles)
    {
        var known = agencies.SelectMany(agency => agency.Items).SelectMany(item => item.Titles).ToHashSet(StringComparer.Ordinal);
        return titles.Where(known.Contains).Order(StringComparer.Ordinal);
    }

    private static async Task<IEnumerable<string>> FeedAsync(Browser site) =>
        XDocument.Parse(await site.TextAsync("feed.xml")).Root!.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value); // Atom demands them

    private static async Task<IEnumerable<string>> SearchAsync(Browser site)
    {
        var titles = new List<string>();
        for (var page = 1; ; page++)
        {
            var hits = JsonNode.Parse(await site.TextAsync(FormattableString.Invariant($"api/v1/search?sort=date&q=通知&page={page}")))!["hits"]!.AsArray(); // the API's form
            if (hits.Count == 0)
            {
                return titles;
            }
            titles.AddRange(hits.Select(hit => string.Concat(hit!["title"]!.AsArray().Select(segment => segment!["text"]!.GetValue<string>()))));
        }
    }

    public sealed class OnSqlite() : HistoriesTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : HistoriesTests(DatabaseProvider.PostgreSql);
}
