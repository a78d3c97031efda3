using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.ContentManagement.Tests.Recipes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AgencyCMS.ContentManagement.Publishing.ContentState;

namespace AgencyCMS.ContentManagement.Tests.Publishing;

/// <summary>From every state, by everything that can be done with an item.</summary>
public abstract class ContentTransitionsTests(TransitionSite site)
{
    // What is done to come to a state, and where each deed leads from there; a deed that is not named is refused.
    private static readonly Dictionary<ContentState, (string[] Path, (string Deed, ContentState To)[] Steps)> Table = new()
    {
        [Draft] = (["save"], [("save", Draft), ("publish", Public), ("plan", Planned), ("call off", Draft), ("come due", Draft)]),
        [Planned] = (["save", "plan"], [("save", Planned), ("publish", Public), ("plan", Planned), ("call off", Draft), ("come due", Public)]),
        [Public] = (["save", "publish"], [("save", Edited), ("call off", Public), ("come due", Public), ("withdraw", Withdrawn)]),
        [Edited] = (["save", "publish", "save"],
        [
            ("save", Edited), ("publish", Public), ("plan", EditedPlanned), ("call off", Edited), ("come due", Edited), ("withdraw", Withdrawn), ("discard", Public),
        ]),
        [EditedPlanned] = (["save", "publish", "save", "plan", "save"],
        [
            ("save", EditedPlanned), ("publish", Public), ("plan", EditedPlanned), ("call off", Edited), ("come due", Edited), ("withdraw", Withdrawn), ("discard", EditedPlanned),
        ]),
        [Withdrawn] = (["save", "publish", "withdraw"], [("save", Withdrawn), ("publish", Public), ("plan", WithdrawnPlanned), ("call off", Withdrawn), ("come due", Withdrawn)]),
        [WithdrawnPlanned] = (["save", "publish", "withdraw", "plan"],
        [
            ("save", WithdrawnPlanned), ("publish", Public), ("plan", WithdrawnPlanned), ("call off", Withdrawn), ("come due", Public),
        ]),
    };

    private static readonly string[] Deeds = ["save", "publish", "plan", "call off", "come due", "withdraw", "discard"];

    public static TheoryData<ContentState, string> All
    {
        get
        {
            var all = new TheoryData<ContentState, string>();
            foreach (var state in Enum.GetValues<ContentState>())
            {
                foreach (var deed in Deeds)
                {
                    all.Add(state, deed);
                }
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Deed_InAState_LeadsWhereTheTableSays(ContentState from, string deed)
    {
        // Arrange
        var id = ContentIds.New();
        foreach (var earlier in Table[from].Path)
        {
            Assert.Empty((await site.DoAsync(id, earlier)).Problems);
        }
        Assert.Equal(from, ContentStates.Of((await site.RowAsync(id))!));

        // Act
        var outcome = await site.DoAsync(id, deed);

        // Assert
        var steps = Table[from].Steps.Where(step => step.Deed == deed).ToList();
        var isAllowed = steps.Count > 0;
        Assert.Equal(isAllowed, !outcome.IsRefused);
        Assert.Equal(isAllowed ? steps[0].To : from, ContentStates.Of((await site.RowAsync(id))!));
    }

    [Theory]
    [InlineData(Public, ContentChanges.DraftDiscarded, Withdrawn)]
    [InlineData(Withdrawn, ContentChanges.Withdrawn, Withdrawn)]
    [InlineData(Draft, ContentChanges.Scheduled, Public)]
    public void Step_ThatIsNotInTheTable_LeadsNowhere(ContentState from, string kind, ContentState to)
    {
        // Act, Assert
        Assert.False(ContentTransitions.Leads(from, kind, to));
    }

    public sealed class OnSqlite(TransitionSite.OnSqlite site) : ContentTransitionsTests(site), IClassFixture<TransitionSite.OnSqlite>;

    public sealed class OnPostgreSql(TransitionSite.OnPostgreSql site) : ContentTransitionsTests(site), IClassFixture<TransitionSite.OnPostgreSql>;
}

/// <summary>A site in which one item after the other is worked on.</summary>
public abstract class TransitionSite(DatabaseProvider provider) : IAsyncLifetime
{
    private RecipeSite _site = null!; // xunit initialises before the first test
    private Tenant _tenant = null!; // as above
    private int _texts;

    public async Task InitializeAsync()
    {
        _site = await RecipeSite.OpenAsync(provider);
        _tenant = await _site.AddTenantAsync("finance");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    internal Task<ContentItemRow?> RowAsync(string id) =>
        _site.InAsync(_tenant, services => services.GetRequiredService<TenantDb>().Set<ContentItemRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == id));

    internal async Task<Outcome> DoAsync(string id, string deed)
    {
        var stamp = (await RowAsync(id))?.Stamp ?? 0;
        var at = _site.Stores.Clock.GetUtcNow().AddHours(1);
        if (deed == "come due")
        {
            _site.Stores.Clock.Advance(TimeSpan.FromHours(2));
        }
        return await _site.InAsync(_tenant, async services =>
        {
            var (manager, schedule) = (services.GetRequiredService<ContentManager>(), services.GetRequiredService<ContentSchedule>());
            return deed switch
            {
                "save" => (await manager.SaveDraftAsync(Item(id), stamp, null, CancellationToken.None)).WithoutValue(),
                "publish" => (await manager.PublishAsync(id, stamp, CancellationToken.None)).WithoutValue(),
                "plan" => (await schedule.ScheduleAsync(id, stamp, at, null, CancellationToken.None)).WithoutValue(),
                "call off" => (await schedule.ScheduleAsync(id, stamp, null, null, CancellationToken.None)).WithoutValue(),
                "come due" => await schedule.RunAsync(id, CancellationToken.None),
                "withdraw" => (await manager.WithdrawAsync(id, stamp, "Wrong.", CancellationToken.None)).WithoutValue(),
                _ => (await manager.DiscardDraftAsync(id, stamp, CancellationToken.None)).WithoutValue(),
            };
        });
    }

    private ContentItem Item(string id)
    {
        var item = ContentItem.New("Notice");
        item.ContentItemId = id;
        return item.Alter<TitlePart>(part => part.Title = $"Text {++_texts}");
    }

    public sealed class OnSqlite() : TransitionSite(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : TransitionSite(DatabaseProvider.PostgreSql);
}
