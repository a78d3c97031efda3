using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Contents.Scheduling;

/// <summary>Keeps the county's list of due moments in step with the items of all tenants. Every change of an item says what is scheduled after it.</summary>
internal sealed class ScheduleEffect(StoreSessions stores) : ICountyEffect
{
    public string Name => "contents.schedule";

    public async Task ApplyAsync(CountyDb db, Tenant tenant, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Any(change => change.Kind == StoreChanges.Restored))
        {
            await RenewAsync(db, tenant, cancellationToken);
            return;
        }
        // Of several changes of an item the last one counts.
        var due = changes.Where(change => ContentChanges.All.Contains(change.Kind)).GroupBy(change => change.SubjectId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => NextMoment(ContentChangeData.Read(group.Last())), StringComparer.Ordinal);
        if (due.Count == 0)
        {
            return;
        }
        var ids = due.Keys.ToList();
        var rows = await db.Set<ScheduleRow>().Where(row => row.TenantId == tenant.Id.Value && ids.Contains(row.ContentItemId))
            .ToDictionaryAsync(row => row.ContentItemId, StringComparer.Ordinal, cancellationToken);
        foreach (var (contentItemId, moment) in due)
        {
            Set(db, tenant, rows.GetValueOrDefault(contentItemId), contentItemId, moment);
        }
    }

    // The store came from a backup: what earlier changes said of its items need not be true any more. The items are read as they are now, so later changes of
    // the same batch are in it.
    private async Task RenewAsync(CountyDb db, Tenant tenant, CancellationToken cancellationToken)
    {
        await using var store = stores.Open(tenant.Id);
        var items = await store.Set<ContentItemRow>().AsNoTracking().Where(item => item.PublishAt != null || item.WithdrawAt != null)
            .Select(item => new { item.ContentItemId, item.PublishAt, item.WithdrawAt }).ToListAsync(cancellationToken);
        var due = items.ToDictionary(item => item.ContentItemId, item => NextMoment(item.PublishAt, item.WithdrawAt), StringComparer.Ordinal);
        var rows = await db.Set<ScheduleRow>().Where(row => row.TenantId == tenant.Id.Value).ToDictionaryAsync(row => row.ContentItemId, StringComparer.Ordinal, cancellationToken);
        foreach (var contentItemId in due.Keys.Union(rows.Keys))
        {
            Set(db, tenant, rows.GetValueOrDefault(contentItemId), contentItemId, due.GetValueOrDefault(contentItemId));
        }
    }

    private static void Set(CountyDb db, Tenant tenant, ScheduleRow? row, string contentItemId, DateTimeOffset? moment)
    {
        if (moment is null)
        {
            if (row is not null)
            {
                db.Remove(row);
            }
            return;
        }
        if (row is null)
        {
            db.Add(new ScheduleRow { TenantId = tenant.Id.Value, ContentItemId = contentItemId, DueAt = moment.Value, NextAttemptAt = moment.Value });
        }
        // Whatever has changed in the item may have taken the obstacle away.
        else if (row.DueAt != moment || row.LastError is not null)
        {
            (row.DueAt, row.NextAttemptAt, row.Attempts, row.LastError) = (moment.Value, moment.Value, 0, null);
        }
    }

    private static DateTimeOffset? NextMoment(ContentChangeData data) => NextMoment(data.PublishAt, data.WithdrawAt);

    private static DateTimeOffset? NextMoment(DateTimeOffset? publishAt, DateTimeOffset? withdrawAt) =>
        publishAt is null || withdrawAt < publishAt ? withdrawAt : publishAt;
}
