using AgencyCMS.Admin.Contracts;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Data.Calendars;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Disclosure.Domain;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Dashboard;

/// <summary>Drafts whose information was formed so long ago that the limit for its publication is near or over.</summary>
internal sealed class DeadlineCards(TenantDb db, TenantSettings settings, TenantClock clock, IStringLocalizer localizer) : IDashboardCards
{
    private const int LookedAt = 200;
    private const int Shown = 8;
    private const int NearDays = 5;

    public async Task<IReadOnlyList<DashboardCard>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(DisclosurePermissions.ViewDraftsId))
        {
            return [];
        }
        var limit = (await settings.GetAsync<DisclosureSettings>(cancellationToken)).PublishWithinWorkingDays;
        var near = (await DraftsAsync(actor, limit, cancellationToken)).Where(draft => draft.DaysLeft <= NearDays).OrderBy(draft => draft.DaysLeft).ToList();
        return near.Count == 0 ? [] :
        [
            new DashboardCard(localizer["Near the limit for publication"], 2)
            {
                Count = near.Count,
                IsUrgent = near[0].DaysLeft < 0,
                Icon = "clock",
                Text = near.Exists(draft => draft.IsProvisional)
                    ? localizer["{0} working days from the day of formation (Regulation, article 26). Provisional: the holidays of a year in it have not been announced or imported.", limit]
                    : localizer["{0} working days from the day of formation (Regulation, article 26).", limit],
                Links = [.. near.Take(Shown).Select(draft => new DashboardLink(draft.Title, ItemRoutes.Edit, new { contentItemId = draft.ContentItemId })
                {
                    Note = draft.DaysLeft < 0 ? localizer["{0} working days late", -draft.DaysLeft] : localizer["{0} working days left", draft.DaysLeft],
                })],
            },
        ];
    }

    private async Task<IEnumerable<Draft>> DraftsAsync(Actor actor, int limit, CancellationToken cancellationToken)
    {
        var (today, calendar) = (clock.Today, await clock.CalendarAsync(cancellationToken));
        var drafts = await (from row in DraftAccess.Known(db.Set<ContentItemRow>().AsNoTracking(), actor)
                            where row.PublishedVersionId == null && row.WithdrawnAt == null && row.PublishAt == null
                            join version in db.Set<ContentVersionRow>().AsNoTracking() on row.LatestVersionId equals version.ContentItemVersionId
                            orderby row.CreatedAt
                            select new { row.ContentItemId, row.DisplayText, version.Json }).Take(LookedAt).ToListAsync(cancellationToken);
        return from draft in drafts
               let formedOn = ContentItem.FromJson(draft.Json).Part<DisclosurePart>()?.FormedOn
               where formedOn is not null
               let count = calendar.Between(formedOn.Value, today)
               select new Draft(draft.ContentItemId, draft.DisplayText.Length > 0 ? draft.DisplayText : localizer["Without a title"], limit - count.Days, count.IsProvisional);
    }

    private sealed record Draft(string ContentItemId, string Title, int DaysLeft, bool IsProvisional);
}
