using AgencyCMS.Data.Changes;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Engine.Storage;

namespace AgencyCMS.Search.Indexing;

/// <summary>Applies changes to an index that may be rebuilt at any moment, here or by another process.</summary>
internal sealed class IndexApplying(SearchIndexes indexes, IndexFilling filling, ChangeLog log)
{
    private const int BatchSize = 500;

    /// <summary>Applies the changes. When the index was rebuilt after its position was read, it first gets again what it had lost.</summary>
    /// <param name="name">Which index.</param>
    /// <param name="tenant">Whose changes they are.</param>
    /// <param name="publicOnly">Leave out what is for staff.</param>
    /// <param name="changes">In order; may be empty.</param>
    /// <param name="position">The position they lead to.</param>
    /// <param name="ensurePosition">Builds the index if need be and tells how far it has come.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <exception cref="IOException">The index is damaged time and again.</exception>
    public async Task ApplyAsync(
        IndexName name, Tenant tenant, bool publicOnly, IReadOnlyList<Change> changes, long position, Func<Task<long>> ensurePosition, CancellationToken cancellationToken)
    {
        if (TryApply(name, await filling.ReadAsync(tenant, publicOnly, changes, position, cancellationToken)))
        {
            return;
        }
        var reached = await ensurePosition();
        while (reached < position)
        {
            var lost = await log.ReadAsync(tenant.Id, reached, (int)Math.Min(BatchSize, position - reached), cancellationToken);
            reached = lost[^1].Sequence; // the log has no gaps, and the position is in it
            Apply(name, await filling.ReadAsync(tenant, publicOnly, lost, reached, cancellationToken));
        }
    }

    /// <exception cref="IOException">The index cannot take the batch.</exception>
    public void Apply(IndexName name, IndexBatch batch)
    {
        if (!TryApply(name, batch))
        {
            throw new IOException($"The search index {name} cannot be written.");
        }
    }

    private bool TryApply(IndexName name, IndexBatch batch)
    {
        using var lease = indexes.Rent(name);
        return lease.Index.Apply(batch);
    }
}
