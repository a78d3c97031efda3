using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Contracts;
using AgencyCMS.Search.Engine.Storage;
using AgencyCMS.Search.Indexing;
using AgencyCMS.Search.Storage;

namespace AgencyCMS.Search.Maintenance;

internal sealed class SearchMaintenance(
    SearchIndexes indexes, TenantIndexer tenants, CountyIndexer county, TenantDirectory directory, StoreSessions stores, ChangeLog log, TimeProvider clock) : ISearchMaintenance
{
    public async Task<int> RebuildAsync(Tenant tenant, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var count = TenantIndexer.Serves(tenant) ? await tenants.RebuildAsync(tenant, progress, cancellationToken) : 0;
        await using var db = stores.Open(tenant.Id);
        db.Append(new Change { Kind = SearchChanges.Rebuilt, SubjectId = tenant.Name, Actor = Actor.System.Name, OccurredAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        return count;
    }

    public async Task<RebuiltIndexes> RebuildAllAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var count = 0;
        var faults = new List<string>();
        var unreadable = new HashSet<TenantId>();
        foreach (var tenant in directory.All.Where(tenant => CountyIndexer.HasStore(tenant) && TenantIndexer.Serves(tenant)))
        {
            try
            {
                count += await tenants.RebuildAsync(tenant, progress, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The county's index gets the same documents and would fail of them, too.
                unreadable.Add(tenant.Id);
                faults.Add($"The index of {tenant.Name} could not be built: {exception.GetBaseException().Message}");
            }
        }
        try
        {
            return new RebuiltIndexes(county.IsServing ? count + await county.RebuildAsync(unreadable, progress, cancellationToken) : count, faults);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new RebuiltIndexes(count, [.. faults, $"The county's index could not be built: {exception.GetBaseException().Message}"]);
        }
    }

    public async Task<IReadOnlyList<SearchFinding>> VerifyAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var findings = new List<SearchFinding>();
        if (TenantIndexer.Serves(tenant))
        {
            findings.Add(await VerifyAsync("tenant", IndexName.Of(tenant.Id.Value), tenant, publicOnly: false, cancellationToken));
        }
        if (county.IsServing)
        {
            findings.Add(await VerifyAsync("county", IndexName.County, tenant, CountyIndexer.PublicOnly(tenant), cancellationToken));
        }
        return findings;
    }

    private async Task<SearchFinding> VerifyAsync(string index, IndexName name, Tenant tenant, bool publicOnly, CancellationToken cancellationToken)
    {
        // In this order: what changes meanwhile is pending, and no disagreement.
        using var lease = indexes.Rent(name);
        lease.Index.CheckIntegrity();
        var position = lease.Index.Positions.Of(tenant.Id.Value) ?? 0;
        var held = lease.Index.Read(searcher => IndexIdentities.Read(searcher, tenant.Id.Value));
        await using var db = stores.Open(tenant.Id);
        var expected = await PublishedItems.ReadIdentitiesAsync(db, publicOnly, cancellationToken);
        var pending = await PendingAsync(tenant, position, cancellationToken);
        if (held is null)
        {
            return new SearchFinding { Index = index, Expected = expected.Count, Pending = pending.Count, Damage = lease.Index.Condition.Reason };
        }
        var subjects = pending.Select(change => change.SubjectId).ToHashSet(StringComparer.Ordinal);
        return new SearchFinding
        {
            Index = index,
            Expected = expected.Count,
            Pending = pending.Count,
            Missing = [.. expected.Keys.Where(id => !held.ContainsKey(id) && !subjects.Contains(id))],
            Superfluous = [.. held.Keys.Where(id => !expected.ContainsKey(id) && !subjects.Contains(id))],
            Outdated = [.. expected.Where(item => held.TryGetValue(item.Key, out var version) && version != item.Value && !subjects.Contains(item.Key)).Select(item => item.Key)],
        };
    }

    private async Task<List<Change>> PendingAsync(Tenant tenant, long position, CancellationToken cancellationToken)
    {
        const int Portion = 1000;
        var pending = new List<Change>();
        IReadOnlyList<Change> next;
        do
        {
            next = await log.ReadAsync(tenant.Id, position + pending.Count, Portion, cancellationToken);
            pending.AddRange(next);
        }
        while (next.Count == Portion);
        return pending;
    }
}
