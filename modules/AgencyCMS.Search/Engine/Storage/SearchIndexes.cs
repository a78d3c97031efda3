namespace AgencyCMS.Search.Engine.Storage;

/// <summary>
/// All indexes of this node, opened when first used and closed when idle. Call <see cref="Tidy"/> about once a second:
/// it commits what was applied, so that a burst of changes costs one commit.
/// </summary>
/// <param name="pathOf">The folder of each index.</param>
internal sealed class SearchIndexes(Func<IndexName, string> pathOf, SearchIndexLimits limits, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IndexName, Slot> _slots = [];
    private readonly HashSet<IndexName> _deleted = [];
    private bool _isClosed;

    public int OpenCount
    {
        get
        {
            lock (_gate)
            {
                return _slots.Count;
            }
        }
    }

    /// <summary>Opens the index if need be and keeps it open until the lease is disposed.</summary>
    public IndexLease Rent(IndexName name)
    {
        Slot slot;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed || _deleted.Contains(name), this);
            if (!_slots.TryGetValue(name, out slot!))
            {
                CloseLeastUsed();
                slot = new Slot(pathOf(name));
                _slots.Add(name, slot);
            }
            slot.Users++;
            slot.UsedAt = clock.GetUtcNow();
        }
        try
        {
            return new IndexLease(slot.Index.Value, () => Return(slot));
        }
        catch
        {
            // The next one tries again, with a slot that has not failed yet.
            lock (_gate)
            {
                _slots.Remove(name);
            }
            throw;
        }
    }

    /// <summary>How far an index has come, without opening it.</summary>
    /// <returns>Null when it needs a rebuild.</returns>
    public IndexPositions? PeekPositions(IndexName name)
    {
        Slot? slot;
        lock (_gate)
        {
            _slots.TryGetValue(name, out slot);
        }
        return slot is { Index.IsValueCreated: true }
            ? slot.Index.Value.Condition.NeedsRebuild ? null : slot.Index.Value.Positions
            : new IndexFolder(pathOf(name)).ReadPositions();
    }

    public IReadOnlyList<IndexName> Open()
    {
        lock (_gate)
        {
            return [.. _slots.Keys];
        }
    }

    /// <summary>Commits what the index has applied, takes up a generation that another process has built, and closes it when idle.</summary>
    public void Tidy(IndexName name)
    {
        Slot? slot;
        lock (_gate)
        {
            if (_isClosed || !_slots.TryGetValue(name, out slot) || !slot.Index.IsValueCreated)
            {
                return;
            }
            slot.Users++;
        }
        try
        {
            if (slot.Index.Value.HasUncommitted)
            {
                slot.Index.Value.Commit();
            }
            slot.Index.Value.FollowPointer();
        }
        finally
        {
            Return(slot);
        }
        lock (_gate)
        {
            if (IsIdle(slot) && clock.GetUtcNow() - slot.UsedAt >= limits.IdleTime)
            {
                Close(name, slot);
            }
        }
    }

    /// <summary>Removes a deleted tenant's index from the disk, for good: a tenant's id never comes back. Whoever still holds a lease can do nothing with it.</summary>
    public void Delete(IndexName name)
    {
        lock (_gate)
        {
            _deleted.Add(name);
            if (_slots.Remove(name, out var slot) && slot.Index.IsValueCreated)
            {
                slot.Index.Value.Dispose();
            }
            var path = pathOf(name);
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (IOException)
            {
                // It is not there, or a writer that still holds a lease has just put a file into it: what is left goes with the tenant's folder.
            }
        }
    }

    /// <summary>Commits and closes all.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            foreach (var (name, slot) in _slots.ToList())
            {
                if (slot.Index.IsValueCreated)
                {
                    slot.Index.Value.Commit();
                }
                Close(name, slot);
            }
        }
    }

    private void Return(Slot slot)
    {
        lock (_gate)
        {
            slot.Users--;
        }
    }

    private void CloseLeastUsed()
    {
        var idle = _slots.Where(pair => IsIdle(pair.Value)).OrderBy(pair => pair.Value.UsedAt);
        foreach (var (name, slot) in idle.Take(Math.Max(0, _slots.Count - limits.MaxOpen + 1)).ToList())
        {
            Close(name, slot);
        }
    }

    // What is not committed yet is committed by the next round of tidying, not by whoever wants another index.
    private static bool IsIdle(Slot slot) => slot.Users == 0 && slot.Index is { IsValueCreated: true, Value.HasUncommitted: false };

    private void Close(IndexName name, Slot slot)
    {
        _slots.Remove(name);
        if (slot.Index.IsValueCreated)
        {
            slot.Index.Value.Dispose();
        }
    }

    private sealed class Slot(string path)
    {
        public Lazy<SearchIndex> Index { get; } = new(() => new SearchIndex(path));

        public int Users { get; set; }

        public DateTimeOffset UsedAt { get; set; }
    }
}
