using AgencyCMS.Data.Changes;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Engine.Storage;

namespace AgencyCMS.Search.Indexing;

/// <summary>Feeds each tenant's own index. An index that is missing, damaged or ahead of its store (after a restore) is built anew before it follows again.</summary>
internal sealed class TenantIndexer(SearchIndexes indexes, IndexFilling filling, IndexApplying applying, ChangeLog log) : IChangeConsumer
{
    public string Name => "search.tenant";

    public bool IsPerNode => true;

    /// <summary>False for the county office, whose search is the county's, and where the search is off.</summary>
    public static bool Serves(Tenant tenant) => !tenant.IsCounty && tenant.HasFeature(SearchFeature.Id);

    public async Task<long> ReadPositionAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (!Serves(tenant))
        {
            return long.MaxValue;
        }
        var name = IndexName.Of(tenant.Id.Value);
        var position = indexes.PeekPositions(name)?.Of(tenant.Id.Value);
        if (position is null || position > await log.ReadHeadAsync(tenant.Id, cancellationToken))
        {
            await RebuildAsync(tenant, progress: null, cancellationToken);
            position = indexes.PeekPositions(name)?.Of(tenant.Id.Value);
        }
        return position ?? throw new IOException($"The search index of tenant {tenant.Name} was damaged as soon as it was built.");
    }

    public async Task ApplyAsync(Tenant tenant, IReadOnlyList<Change> changes, long position, CancellationToken cancellationToken)
    {
        if (Serves(tenant))
        {
            if (changes.Any(change => change.Kind == StoreChanges.Restored))
            {
                await RebuildAsync(tenant, progress: null, cancellationToken);
                return;
            }
            await applying.ApplyAsync(
                IndexName.Of(tenant.Id.Value), tenant, publicOnly: false, changes, position, () => ReadPositionAsync(tenant, cancellationToken), cancellationToken);
        }
    }

    /// <returns>Number of documents.</returns>
    public async Task<int> RebuildAsync(Tenant tenant, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var lease = indexes.Rent(IndexName.Of(tenant.Id.Value));
        using var rebuild = lease.Index.BeginRebuild();
        var added = await filling.AddAllAsync(tenant, publicOnly: false, rebuild.Add, progress, cancellationToken);
        rebuild.Complete();
        return added.Count;
    }
}
