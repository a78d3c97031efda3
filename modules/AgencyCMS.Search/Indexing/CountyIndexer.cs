using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Data.Changes;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Engine.Storage;

namespace AgencyCMS.Search.Indexing;

/// <summary>
/// Feeds the county's index with what all tenants have for the public, and with the county office's own internal items. A tenant whose position is missing or
/// ahead of its store is filled in while the index serves the others.
/// </summary>
internal sealed class CountyIndexer(SearchIndexes indexes, IndexFilling filling, IndexApplying applying, ChangeLog log, TenantDirectory directory, ChangeSignal signal) : IChangeConsumer, IDisposable
{
    private readonly SemaphoreSlim _creating = new(1);

    public string Name => "search.county";

    public bool IsPerNode => true;

    public bool IsServing => directory.County?.HasFeature(SearchFeature.Id) == true;

    public async Task<long> ReadPositionAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (!IsServing)
        {
            return long.MaxValue;
        }
        var positions = indexes.PeekPositions(IndexName.County) ?? await CreateAsync(cancellationToken);
        var position = positions.Of(tenant.Id.Value);
        if (position is null || position > await log.ReadHeadAsync(tenant.Id, cancellationToken))
        {
            await RenewAsync(tenant, cancellationToken);
            position = indexes.PeekPositions(IndexName.County)?.Of(tenant.Id.Value);
        }
        return position ?? throw new IOException("The county's search index was damaged as soon as it was filled.");
    }

    public async Task ApplyAsync(Tenant tenant, IReadOnlyList<Change> changes, long position, CancellationToken cancellationToken)
    {
        if (!IsServing)
        {
            return;
        }
        if (changes.Any(change => change.Kind is SearchChanges.Rebuilt or StoreChanges.Restored))
        {
            await RenewAsync(tenant, cancellationToken);
        }
        await applying.ApplyAsync(
            IndexName.County, tenant, PublicOnly(tenant), changes, position, () => ReadPositionAsync(tenant, cancellationToken), cancellationToken);
    }

    /// <summary>The county office's staff search here; nobody else's internal items belong into an index that all share.</summary>
    public static bool PublicOnly(Tenant tenant) => !tenant.IsCounty;

    /// <param name="except">Tenants that are left out; they are filled in when their turn comes.</param>
    /// <param name="progress">Told how many documents of a tenant are done.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <returns>Number of documents.</returns>
    public async Task<int> RebuildAsync(IReadOnlySet<TenantId> except, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var lease = indexes.Rent(IndexName.County);
        using var rebuild = lease.Index.BeginRebuild();
        var count = 0;
        foreach (var tenant in directory.All.Where(tenant => HasStore(tenant) && !except.Contains(tenant.Id)))
        {
            count += (await filling.AddAllAsync(tenant, PublicOnly(tenant), rebuild.Add, progress, cancellationToken)).Count;
        }
        rebuild.Complete();
        return count;
    }

    /// <summary>Removes tenants that are there no longer, with their own indexes.</summary>
    public void ForgetGone()
    {
        var gone = indexes.PeekPositions(IndexName.County)?.ByTenant.Keys.Where(id => directory.Find(new TenantId(id)) is null).ToList() ?? [];
        if (gone.Count == 0)
        {
            return;
        }
        using var lease = indexes.Rent(IndexName.County);
        foreach (var id in gone)
        {
            indexes.Delete(IndexName.Of(id));
            lease.Index.Forget(id);
        }
    }

    public static bool HasStore(Tenant tenant) => tenant.State is not (TenantState.Draft or TenantState.Provisioning) && tenant.Fault is null;

    public void Dispose() => _creating.Dispose();

    /// <summary>Puts all of a tenant's documents into the index again and takes out what is not among them.</summary>
    private async Task RenewAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        Dictionary<string, string>? before;
        using (var lease = indexes.Rent(IndexName.County))
        {
            before = lease.Index.Read(searcher => IndexIdentities.Read(searcher, tenant.Id.Value));
        }
        var added = await filling.AddAllAsync(tenant, PublicOnly(tenant), batch => applying.Apply(IndexName.County, batch), progress: null, cancellationToken);
        applying.Apply(IndexName.County, new IndexBatch { TenantId = tenant.Id.Value, Position = null, Withdrawn = [.. before?.Keys.Except(added) ?? []] });
    }

    /// <summary>An empty index at first; each tenant's part follows when its turn comes.</summary>
    private async Task<IndexPositions> CreateAsync(CancellationToken cancellationToken)
    {
        await _creating.WaitAsync(cancellationToken);
        try
        {
            using var lease = indexes.Rent(IndexName.County);
            if (lease.Index.Condition.NeedsRebuild)
            {
                using var rebuild = lease.Index.BeginRebuild();
                rebuild.Complete();
                signal.Miss();
            }
            return lease.Index.Positions;
        }
        finally
        {
            _creating.Release();
        }
    }
}
