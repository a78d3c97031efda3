using AgencyCMS.Content.Publishing;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Contents.Scheduling;

/// <summary>Keeps the county's list of due moments in step with the items of all tenants. Every change of an item says what is scheduled after it.</summary>
internal sealed class ScheduleEffect : ICountyEffect
{
    public string Name => "contents.schedule";

    public async Task ApplyAsync(CountyDb db, Tenant tenant, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(changes);
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
        else if (row.DueAt != moment)
        {
            (row.DueAt, row.NextAttemptAt, row.Attempts, row.LastError) = (moment.Value, moment.Value, 0, null);
        }
    }

    private static DateTimeOffset? NextMoment(ContentChangeData data) =>
        data.PublishAt is null || data.WithdrawAt < data.PublishAt ? data.WithdrawAt : data.PublishAt;
}
