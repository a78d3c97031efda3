using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Disclosure.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Publishing;

/// <summary>Numbers and addresses that disclosures are given, bring with them, and keep.</summary>
public abstract class IndexNumberTests(DisclosureSite site)
{
    private const string Entry = "a20_01_other_documents";

    [Fact]
    public async Task Items_PublishedAtTheSameTime_AllGetNumbersOfTheirOwn()
    {
        // Arrange
        var items = Enumerable.Range(0, 8).Select(number => DisclosureSite.NewItem($"同时发布之{number}", Entry)).ToList();

        // Act
        var outcomes = await Task.WhenAll(items.Select(item => site.TryPublishAsync(item)));

        // Assert
        Assert.All(outcomes, outcome => Assert.Empty(outcome.Problems));
        Assert.Equal(items.Count, (await Task.WhenAll(items.Select(item => NumberAsync(item.ContentItemId)))).Distinct().Count());
    }

    [Fact]
    public async Task Numbers_WithOneAddress_GetAddressesOfTheirOwn()
    {
        // Arrange
        var items = new[] { "SLUG/7", "SLUG-7", "slug 7" }.Select(number => DisclosureSite.NewItem(number, Entry, part => part.IndexNumber = number)).ToList();

        // Act
        var results = await BatchAsync(items);

        // Assert
        Assert.All(results, result => Assert.Equal(BatchEffect.Created, result.Effect));
        var paths = await Task.WhenAll(items.Select(async item => ContentRoutes.PathOf(await LatestAsync(item.ContentItemId)) ?? ""));
        Assert.Equal(["info/slug-7", "info/slug-7-2", "info/slug-7-3"], paths);
    }

    [Fact]
    public async Task Address_WithANumberBehindIt_StaysAtTheNextPublication()
    {
        // Arrange
        await site.PublishAsync(DisclosureSite.NewItem("先到", Entry, part => part.IndexNumber = "KEEP/1"));
        var second = DisclosureSite.NewItem("后到", Entry, part => part.IndexNumber = "KEEP-1");
        await BatchAsync([second]);

        // Act
        await BatchAsync([second.Clone().Alter<TitlePart>(part => part.Title = "后到（更正）")]);

        // Assert
        Assert.Equal("info/keep-1-2", ContentRoutes.PathOf(await LatestAsync(second.ContentItemId)));
    }

    [Fact]
    public async Task Number_TwiceInABatch_IsReported()
    {
        // Arrange
        var items = new[] { "甲", "乙" }.Select(title => DisclosureSite.NewItem(title, Entry, part => part.IndexNumber = "TWICE-1")).ToList();

        // Act
        var results = await BatchAsync(items);

        // Assert
        Assert.Equal([BatchEffect.Created, BatchEffect.Refused], results.Select(result => result.Effect));
        Assert.Equal("disclosure.index-number-taken", Assert.Single(results[1].Problems).Code);
    }

    [Theory]
    [InlineData("Case-1", "CASE-1")]
    [InlineData("WIDTH-1", "ＷＩＤＴＨ－１")]
    [InlineData("BLANK 1", "BLANK\u30001")]
    [InlineData("ß-1x", "ß-1X")]
    public async Task Number_ThatDiffersInCaseOrWidthAlone_IsTaken(string first, string second)
    {
        // Arrange
        await site.PublishAsync(DisclosureSite.NewItem("先到", Entry, part => part.IndexNumber = first));

        // Act
        var outcome = await site.TryPublishAsync(DisclosureSite.NewItem("后到", Entry, part => part.IndexNumber = second));

        // Assert
        Assert.Equal("disclosure.index-number-taken", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task Numbers_OfABatchThatDifferInWidthAlone_AreReported()
    {
        // Arrange
        var items = new[] { "BATCH-1", "Ｂatch-１" }.Select(number => DisclosureSite.NewItem(number, Entry, part => part.IndexNumber = number)).ToList();

        // Act
        var results = await BatchAsync(items);

        // Assert
        Assert.Equal([BatchEffect.Created, BatchEffect.Refused], results.Select(result => result.Effect));
    }

    [Fact]
    public async Task Number_ThatAnItemBringsAgainInAnotherCase_StaysAsItWas()
    {
        // Arrange
        var item = await site.PublishAsync(DisclosureSite.NewItem("自有", Entry, part => part.IndexNumber = "Own-1"));

        // Act
        await BatchAsync([item.Clone().Alter<TitlePart>(part => part.Title = "自有（更正）").Alter<DisclosurePart>(part => part.IndexNumber = "OWN-1")]);

        // Assert
        Assert.Equal("Own-1", await NumberAsync(item.ContentItemId));
    }

    [Fact]
    public async Task Page_AtTheAddressOfTheNextNumber_DoesNotStopPublishing()
    {
        // Arrange: a page that took the address before addresses of disclosures were reserved.
        var last = await NumberAsync((await site.PublishAsync(DisclosureSite.NewItem("前一件", Entry))).ContentItemId);
        var next = "info/" + last!.ToLowerInvariant().Replace('/', '-')[..^5] + (int.Parse(last[^5..], System.Globalization.CultureInfo.InvariantCulture) + 1).ToString("D5", System.Globalization.CultureInfo.InvariantCulture);
        await using (var db = site.Host.Services.GetRequiredService<StoreSessions>().Open(site.Finance.Id))
        {
            db.Add(new ContentRouteRow { Path = next, ContentItemId = ContentIds.New(), IsCurrent = true });
            await db.SaveChangesAsync();
        }

        // Act
        var outcome = await site.TryPublishAsync(DisclosureSite.NewItem("后一件", Entry));

        // Assert
        Assert.Empty(outcome.Problems);
        Assert.Equal(next + "-2", ContentRoutes.PathOf(await LatestAsync(outcome.Value.ContentItemId)));
    }

    [Fact]
    public async Task Numbers_BroughtAheadOfTheCounter_AreSkipped()
    {
        // Arrange
        var last = await NumberAsync((await site.PublishAsync(DisclosureSite.NewItem("计数", Entry))).ContentItemId);
        var serial = int.Parse(last![^5..], System.Globalization.CultureInfo.InvariantCulture);
        string Number(int number) => last[..^5] + number.ToString("D5", System.Globalization.CultureInfo.InvariantCulture);
        var brought = Enumerable.Range(serial + 1, 70).Select(number => DisclosureSite.NewItem($"带号{number}", Entry, part => part.IndexNumber = Number(number))).ToList();
        await BatchAsync(brought);

        // Act
        var item = await site.PublishAsync(DisclosureSite.NewItem("续号", Entry));

        // Assert
        Assert.Equal(Number(serial + 71), item.Part<DisclosurePart>()!.IndexNumber);
    }

    [Fact]
    public async Task OldVersion_RestoredFromBeforeTheNumber_KeepsIt()
    {
        // Arrange
        var item = DisclosureSite.NewItem("草稿在先", Entry);
        await InAsync(manager => manager.SaveDraftAsync(item, 0, null, CancellationToken.None));
        var draft = await VersionIdAsync(item.ContentItemId);
        await InAsync(manager => manager.SaveAndPublishAsync(item.Clone().Alter<TitlePart>(part => part.Title = "发布在后"), 1, null, CancellationToken.None));
        var number = await NumberAsync(item.ContentItemId);

        // Act
        await InAsync(manager => manager.RestoreAsync(item.ContentItemId, draft, 3, "", CancellationToken.None));
        await InAsync(manager => manager.PublishAsync(item.ContentItemId, 4, CancellationToken.None));

        // Assert
        Assert.Equal("草稿在先", (await LatestAsync(item.ContentItemId)).DisplayText);
        Assert.Equal(number, await NumberAsync(item.ContentItemId));
    }

    [Fact]
    public async Task Item_BroughtAgainWithoutItsNumber_KeepsIt()
    {
        // Arrange
        var item = DisclosureSite.NewItem("再次导入", Entry);
        await BatchAsync([item.Clone()]);
        var number = await NumberAsync(item.ContentItemId);

        // Act
        await BatchAsync([item.Clone().Alter<TitlePart>(part => part.Title = "再次导入（更正）")]);

        // Assert
        Assert.Equal(number, await NumberAsync(item.ContentItemId));
    }

    private async Task<IReadOnlyList<BatchResult>> BatchAsync(IReadOnlyList<ContentItem> items)
    {
        await using var scope = site.Host.Scope(site.Finance);
        return await scope.ServiceProvider.GetRequiredService<ContentBatches>().PublishAsync([.. items.Select(item => new BatchItem(item, null))], null, null, CancellationToken.None);
    }

    private async Task InAsync(Func<ContentManager, Task<Modularity.Problems.Outcome<ContentItemRow>>> work)
    {
        await using var scope = site.Host.Scope(site.Finance);
        Assert.Empty((await work(scope.ServiceProvider.GetRequiredService<ContentManager>())).Problems);
    }

    private async Task<ContentItem> LatestAsync(string id)
    {
        await using var scope = site.Host.Scope(site.Finance);
        return (await scope.ServiceProvider.GetRequiredService<ContentReader>().FindLatestAsync(id, CancellationToken.None))!; // saved before
    }

    private async Task<string?> NumberAsync(string id) => (await LatestAsync(id)).Part<DisclosurePart>()!.IndexNumber;

    private async Task<string> VersionIdAsync(string id)
    {
        await using var db = site.Host.Services.GetRequiredService<StoreSessions>().Open(site.Finance.Id);
        return (await db.Set<ContentItemRow>().SingleAsync(row => row.ContentItemId == id)).LatestVersionId;
    }
}

public sealed class IndexNumberOnSqliteTests(SqliteSite site) : IndexNumberTests(site), IClassFixture<SqliteSite>;

public sealed class IndexNumberOnPostgreSqlTests(PostgreSqlSite site) : IndexNumberTests(site), IClassFixture<PostgreSqlSite>;
