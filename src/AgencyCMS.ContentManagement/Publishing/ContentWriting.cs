using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>How one item is changed: read, compared with what the caller saw, changed and saved in one transaction, in which of two people one learns of the other.</summary>
public sealed class ContentWriting(TenantDb db, IPeople people)
{
    /// <summary>Changes an item that is there and is as the caller saw it.</summary>
    internal Task<Outcome<ContentItemRow>> ChangeAsync(string contentItemId, int expectedStamp, Func<ContentItemRow, Task<Outcome<ContentItemRow>>> change, CancellationToken cancellationToken) =>
        ChangeAsync(
            async () =>
            {
                var row = await TrackAsync(contentItemId, cancellationToken);
                return row is null ? ContentProblems.NotFound(contentItemId)
                    : row.Stamp != expectedStamp ? await ChangedMeanwhileAsync(row, cancellationToken)
                    : await change(row);
            },
            cancellationToken);

    /// <summary>Does something in one transaction, which counts only when it was not refused.</summary>
    // Everything is read after the store is ours, so that two people who publish different items wait for one another instead of refusing one another.
    internal async Task<Outcome<ContentItemRow>> ChangeAsync(Func<Task<Outcome<ContentItemRow>>> work, CancellationToken cancellationToken)
    {
        await using var change = await db.BeginChangeAsync(cancellationToken);
        var outcome = await work();
        if (change is not null && !outcome.IsRefused)
        {
            await change.CommitAsync(CancellationToken.None);
        }
        return outcome;
    }

    internal async Task<ContentItemRow?> TrackAsync(string contentItemId, CancellationToken cancellationToken) =>
        await db.Set<ContentItemRow>().FindAsync([db.CurrentTenantId, contentItemId], cancellationToken);

    internal async Task<ContentItem> ReadAsync(string versionId, CancellationToken cancellationToken)
    {
        var json = await db.Set<ContentVersionRow>().Where(version => version.ContentItemVersionId == versionId).Select(version => version.Json).SingleAsync(cancellationToken);
        return ContentItem.FromJson(json);
    }

    internal async Task<Problem> ChangedMeanwhileAsync(ContentItemRow row, CancellationToken cancellationToken) =>
        ContentProblems.ChangedMeanwhile(row.DisplayText, (await people.NamesAsync([row.ModifiedBy], cancellationToken)).Of(row.ModifiedBy));

    /// <summary>Saves what is staged of an item; refused when somebody else was faster.</summary>
    internal async Task<Outcome<ContentItemRow>> SaveAsync(ContentItemRow row)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return row;
        }
        catch (DbUpdateConcurrencyException exception) when (exception.Entries.Any(entry => entry.Entity is ContentItemRow))
        {
            db.Discard();
            var winner = await db.Set<ContentItemRow>().AsNoTracking().SingleAsync(other => other.ContentItemId == row.ContentItemId);
            return await ChangedMeanwhileAsync(winner, CancellationToken.None);
        }
        catch (DbUpdateException exception) when (UniqueViolations.Is(exception))
        {
            db.Discard();
            return ContentProblems.NameTaken();
        }
    }
}
