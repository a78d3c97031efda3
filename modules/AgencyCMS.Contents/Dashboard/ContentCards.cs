using AgencyCMS.Admin.Contracts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.ListItems;
using AgencyCMS.Contents.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.Dashboard;

/// <summary>What this person has begun, what waits to be published, what is scheduled, and what was published lately.</summary>
internal sealed class ContentCards(TenantDb db, Autosaves autosaves, TenantContext current, TimeProvider clock, IStringLocalizer localizer) : IDashboardCards
{
    private const int Shown = 5;

    public async Task<IReadOnlyList<DashboardCard>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(ContentPermissions.ViewDrafts))
        {
            return [];
        }
        var cards = new List<DashboardCard>();
        if (actor.Can(ContentPermissions.Edit))
        {
            cards.AddRange(await UnsavedAsync(actor, cancellationToken));
            cards.Add(await MineAsync(actor, cancellationToken));
        }
        if (actor.Can(ContentPermissions.Publish))
        {
            cards.Add(await WaitingAsync(actor, cancellationToken));
        }
        cards.Add(await ScheduledAsync(actor, cancellationToken));
        cards.Add(await LatestAsync(actor, cancellationToken));
        return cards;
    }

    private async Task<IEnumerable<DashboardCard>> UnsavedAsync(Actor actor, CancellationToken cancellationToken)
    {
        var unsaved = await autosaves.ListOfNewItemsAsync(actor, cancellationToken);
        return unsaved.Count == 0 ? [] :
        [
            new DashboardCard(localizer["Begun and never saved"], 5)
            {
                Count = unsaved.Count,
                Icon = "alert",
                Links = [.. unsaved.Take(Shown).Select(text => new DashboardLink(
                    text.Form.Text("TitlePart.Title") ?? localizer["Without a title"],
                    ContentRouteNames.Edit,
                    new { contentItemId = text.ContentItemId, type = text.Form.Text("ContentType"), unsaved = true }) { Note = DayOf(text.SavedAt) })],
            },
        ];
    }

    private async Task<DashboardCard> MineAsync(Actor actor, CancellationToken cancellationToken)
    {
        var mine = Drafts(actor).Where(row => row.Owner == actor.Name || row.ModifiedBy == actor.Name);
        var count = await mine.CountAsync(cancellationToken);
        var rows = await mine.OrderByDescending(row => row.ModifiedAt).Take(Shown).ToListAsync(cancellationToken);
        return new DashboardCard(localizer["My drafts"], 10)
        {
            Count = count,
            Icon = "file",
            Text = count == 0 ? localizer["You have no draft."] : "",
            Links = [.. rows.Select(row => Link(row, row.ModifiedAt)), All(ItemStateFilter.Draft, mine: true)],
        };
    }

    private async Task<DashboardCard> WaitingAsync(Actor actor, CancellationToken cancellationToken)
    {
        var count = await Drafts(actor).CountAsync(cancellationToken);
        var rows = await Drafts(actor).OrderBy(row => row.ModifiedAt).Take(Shown).ToListAsync(cancellationToken);
        return new DashboardCard(localizer["Not published yet"], 20)
        {
            Count = count,
            Icon = "check",
            Text = count == 0 ? localizer["Everything that was written is published."] : localizer["The longest waiting first."],
            Links = [.. rows.Select(row => Link(row, row.ModifiedAt)), All(ItemStateFilter.Draft, mine: false)],
        };
    }

    private async Task<DashboardCard> ScheduledAsync(Actor actor, CancellationToken cancellationToken)
    {
        var scheduled = Known(actor).Where(row => row.PublishAt != null || row.WithdrawAt != null);
        var count = await scheduled.CountAsync(cancellationToken);
        var rows = await scheduled.OrderBy(row => row.PublishAt ?? row.WithdrawAt).Take(Shown).ToListAsync(cancellationToken);
        var overdue = clock.GetUtcNow() - ContentLimits.SchedulePatience;
        return new DashboardCard(localizer["Scheduled"], 30)
        {
            Count = count,
            Icon = "clock",
            Text = count == 0 ? localizer["Nothing is scheduled."]
                : rows.Exists(row => row.PublishAt < overdue) ? localizer["The moment of the first has passed without effect. Open it to see why."] : "",
            Links = [.. rows.Select(row => Link(row, row.PublishAt ?? row.WithdrawAt!.Value)), All(ItemStateFilter.Scheduled, mine: false)], // one of the two is set
        };
    }

    private async Task<DashboardCard> LatestAsync(Actor actor, CancellationToken cancellationToken)
    {
        var rows = await Known(actor).Where(row => row.PublishedVersionId != null && row.PublishedAt != null)
            .OrderByDescending(row => row.PublishedAt).Take(Shown).ToListAsync(cancellationToken);
        return new DashboardCard(localizer["Published lately"], 90)
        {
            Icon = "eye",
            Text = rows.Count == 0 ? localizer["Nothing is published yet."] : "",
            Links = [.. rows.Select(row => Link(row, row.PublishedAt!.Value)), All(ItemStateFilter.Published, mine: false)], // the query asks for it
        };
    }

    private IQueryable<ContentItemRow> Known(Actor actor) => DraftAccess.Known(db.Set<ContentItemRow>().AsNoTracking(), actor);

    private IQueryable<ContentItemRow> Drafts(Actor actor) => Known(actor)
        .Where(row => row.PublishedVersionId != row.LatestVersionId && (row.WithdrawnAt == null || row.PublishedVersionId != null));

    private DashboardLink Link(ContentItemRow row, DateTimeOffset at) =>
        new(row.DisplayText.Length > 0 ? row.DisplayText : localizer["Without a title"], ContentRouteNames.Edit, new { contentItemId = row.ContentItemId }) { Note = DayOf(at) };

    private DashboardLink All(ItemStateFilter state, bool mine) => new(localizer["All of them"], ContentRouteNames.List, mine ? new { state, mine } : (object)new { state });

    private string DayOf(DateTimeOffset at) => $"{current.Tenant.ToLocal(at):yyyy-MM-dd HH:mm}";
}
