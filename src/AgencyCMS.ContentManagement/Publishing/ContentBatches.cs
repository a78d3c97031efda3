using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Comparison;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>Publishes many items in one transaction: imports and load tests. The same checks, versions, rows and changes as one by one.</summary>
public sealed class ContentBatches(TenantDb db, PublishingGate gate, ContentVersions versions, ContentChecks checks, IActorSource actors, TimeProvider clock)
{
    /// <summary>Saves and publishes items; what is refused is left out and named, the others are written together.</summary>
    /// <param name="items">Whole documents with ids of their own; an id that exists gets a new version, an equal document gets none.</param>
    /// <param name="comment">Written into the history of every version.</param>
    /// <param name="beside">Stages what stands or falls with the batch, once it is known what becomes of each item; null for nothing.</param>
    /// <param name="cancellationToken">Stops before the batch is written.</param>
    /// <returns>What became of each item, in the same order.</returns>
    /// <exception cref="DbUpdateException">Somebody else wrote meanwhile; nothing of the batch was written. The session must be discarded before it is tried again.</exception>
    public async Task<IReadOnlyList<BatchResult>> PublishAsync(
        IReadOnlyList<BatchItem> items, string? comment, Func<IReadOnlyList<BatchResult>, Task>? beside, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        // What is read below must be so still when the batch is written: editors wait for it as it waits for them.
        await using var change = await db.BeginChangeAsync(cancellationToken);
        var actor = await actors.GetAsync();
        var (rows, latest) = await ReadAsync(items, cancellationToken);
        var results = new List<BatchResult>(items.Count);
        var staged = new List<(ContentItemRow Row, ContentVersionRow Version, ContentItem Item)>(items.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new ClaimedNames();
        foreach (var (item, stamp) in items)
        {
            checks.Prepare(item);
            var row = rows.GetValueOrDefault(item.ContentItemId);
            if (stamp is not null && stamp != (row?.Stamp ?? 0))
            {
                results.Add(new BatchResult(item.ContentItemId, BatchEffect.Outdated, []));
                continue;
            }
            if (!seen.Add(item.ContentItemId) || (row?.PublishedVersionId is not null && row.PublishedVersionId == row.LatestVersionId && IsSame(latest[row.LatestVersionId], item)))
            {
                results.Add(new BatchResult(item.ContentItemId, BatchEffect.Unchanged, []));
                continue;
            }
            var problems = await checks.CheckPreparedAsync(item, isPublishing: true, cancellationToken);
            problems.AddRange(problems.Count > 0 ? [] : names.Claim(item.ContentItemId, checks.NamesOf(item)));
            if (problems.Count > 0)
            {
                results.Add(new BatchResult(item.ContentItemId, BatchEffect.Refused, problems));
                continue;
            }
            results.Add(new BatchResult(item.ContentItemId, row is null ? BatchEffect.Created : BatchEffect.Updated, []));
            staged.Add(versions.Stage(row, item, actor, comment));
        }
        await gate.MakePublicAsync(staged, null, actor, cancellationToken);
        await (beside?.Invoke(results) ?? Task.CompletedTask);
        await db.SaveChangesAsync(CancellationToken.None);
        await (change?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
        db.ChangeTracker.Clear();
        return results;
    }

    /// <summary>Takes items back, all in one transaction and for one reason; those that are not public are passed over.</summary>
    /// <returns>How many were taken back.</returns>
    /// <exception cref="DbUpdateException">Somebody else wrote meanwhile; nothing of the batch was written. The session must be discarded before it is tried again.</exception>
    public async Task<int> WithdrawAsync(IReadOnlyCollection<string> contentItemIds, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contentItemIds);
        await using var change = await db.BeginChangeAsync(cancellationToken);
        var ids = contentItemIds.ToList();
        var rows = await db.Set<ContentItemRow>().Where(row => ids.Contains(row.ContentItemId) && row.PublishedVersionId != null).ToListAsync(cancellationToken);
        await gate.StageWithdrawalAsync(rows, reason, clock.GetUtcNow(), await actors.GetAsync());
        await db.SaveChangesAsync(CancellationToken.None);
        await (change?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
        db.ChangeTracker.Clear();
        return rows.Count;
    }

    private async Task<(Dictionary<string, ContentItemRow> Rows, Dictionary<string, string> Latest)> ReadAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        var ids = items.Select(entry => entry.Item.ContentItemId).ToList();
        var rows = await db.Set<ContentItemRow>().Where(row => ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, cancellationToken);
        if (rows.Count == 0)
        {
            return (rows, []);
        }
        var versionIds = rows.Values.Select(row => row.LatestVersionId).ToList();
        var latest = await db.Set<ContentVersionRow>().AsNoTracking().Where(version => versionIds.Contains(version.ContentItemVersionId))
            .ToDictionaryAsync(version => version.ContentItemVersionId, version => version.Json, cancellationToken);
        return (rows, latest);
    }

    // What the platform itself adds at publication (number, address, people) is no change of what was brought.
    private static bool IsSame(string storedJson, ContentItem item)
    {
        var stored = ContentItem.FromJson(storedJson);
        var brought = item.Clone();
        (brought.Author, brought.Owner) = (stored.Author, stored.Owner);
        foreach (var (name, value) in stored.Document)
        {
            if (value is not System.Text.Json.Nodes.JsonObject part)
            {
                continue;
            }
            var own = brought.Document[name] as System.Text.Json.Nodes.JsonObject;
            if (own is null && name == nameof(Items.Parts.AutoroutePart))
            {
                brought.Document[name] = part.DeepClone();
            }
            else if (own is not null && own["IndexNumber"] is null && part["IndexNumber"] is { } number)
            {
                own["IndexNumber"] = number.DeepClone();
            }
        }
        return stored.HasSameContent(brought);
    }
}

/// <summary>An item of a batch.</summary>
/// <param name="Item">The whole document.</param>
/// <param name="Stamp">Stamp of the item when it was read, 0 for a new one; null when whatever is there gets a new version.</param>
public sealed record BatchItem(ContentItem Item, int? Stamp);

/// <summary>What became of one item of a batch.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Effect">What was done.</param>
/// <param name="Problems">Every reason when it was refused.</param>
public sealed record BatchResult(string ContentItemId, BatchEffect Effect, IReadOnlyList<Problem> Problems);

/// <summary>What was done with an item of a batch.</summary>
public enum BatchEffect
{
    Created,
    Updated,
    Unchanged,
    Refused,

    /// <summary>Somebody has changed it since it was read; nothing was done.</summary>
    Outdated,
}
