using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Results;
using Lucene.Net.Search;

namespace AgencyCMS.Search.Engine.Storage;

/// <summary>
/// The index of one tenant, or of the county. It serves one generation while another may be built beside it. An index
/// that is missing or damaged says so by <see cref="Condition"/>, answers nothing, and waits for a rebuild.
/// </summary>
internal sealed class SearchIndex : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IndexFolder _folder;
    private volatile IndexGeneration? _current;
    private string? _seen;
    private bool _isClosed;

    public SearchIndex(string path)
    {
        _folder = new IndexFolder(path);
        Reopen();
    }

    public IndexCondition Condition { get; private set; } = IndexCondition.Ready;

    /// <summary>How far it has come; nothing when it needs a rebuild.</summary>
    public IndexPositions Positions => _current?.Positions ?? IndexPositions.None;

    public bool HasUncommitted => _current?.HasUncommitted ?? false;

    /// <returns>Null when the index needs a rebuild.</returns>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more, or its time is over.</exception>
    public SearchResult? Search(SearchRequest request, CancellationToken cancellationToken) => Read(searcher => SearchExecution.Run(searcher, request, cancellationToken));

    /// <returns>What <paramref name="read"/> returns; null when the index needs a rebuild.</returns>
    public T? Read<T>(Func<IndexSearcher, T> read)
        where T : class
    {
        while (_current is { } generation)
        {
            try
            {
                return generation.Read(read);
            }
            catch (ObjectDisposedException) when (!ReferenceEquals(generation, _current))
            {
                // It was replaced between the two lines above; the next one serves.
            }
            catch (Exception exception) when (IndexDamage.IsFoundUsing(exception))
            {
                MarkDamaged(generation, exception);
            }
        }
        return null;
    }

    /// <returns>False when the index needs a rebuild, or has not come as far as the batch presupposes; nothing was done.</returns>
    public bool Apply(IndexBatch batch)
    {
        var isDone = false;
        return Write(generation => isDone = generation.Apply(batch)) && isDone;
    }

    /// <returns>False when the index needs a rebuild; nothing was done.</returns>
    public bool Forget(int tenantId) => Write(generation => generation.Forget(tenantId));

    /// <returns>False when the index needs a rebuild; nothing was done.</returns>
    public bool Commit() => Write(generation => generation.Commit());

    /// <summary>Reads all files; afterwards <see cref="Condition"/> is known beyond what opening shows.</summary>
    public void CheckIntegrity() => Write(generation => generation.CheckIntegrity());

    /// <summary>Starts a new generation. This one serves on, and keeps receiving batches, until the new one is complete.</summary>
    public IndexRebuild BeginRebuild() => new(this, _folder);

    /// <summary>Takes up a generation that another process has put in place of this one.</summary>
    public void FollowPointer()
    {
        lock (_gate)
        {
            if (!_isClosed && _folder.FindCurrent() is { } path && path != _seen)
            {
                Reopen();
            }
        }
    }

    /// <summary>Opens what the pointer names, closes what was open, and clears away what neither is.</summary>
    internal void Reopen()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            var previous = _current;
            _current = Open();
            previous?.Dispose();
            _folder.RemoveAbandoned();
        }
    }

    /// <summary>Closes; what was not committed is gone.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            var previous = _current;
            _current = null;
            previous?.Dispose();
        }
    }

    private IndexGeneration? Open()
    {
        var path = _seen = _folder.FindCurrent();
        if (path is null)
        {
            Condition = new IndexCondition(IndexState.Missing, "There is no complete index.");
            return null;
        }
        try
        {
            var opened = IndexGeneration.Open(path);
            Condition = IndexCondition.Ready;
            return opened;
        }
        catch (Exception exception) when (IndexDamage.IsFoundOpening(exception))
        {
            Condition = new IndexCondition(IndexState.Damaged, exception.Message);
            return null;
        }
    }

    private bool Write(Action<IndexGeneration> write)
    {
        lock (_gate)
        {
            FollowPointer();
            if (_current is not { } generation)
            {
                return false;
            }
            try
            {
                write(generation);
                return true;
            }
            catch (Exception exception) when (IndexDamage.IsFoundUsing(exception))
            {
                MarkDamaged(generation, exception);
                return false;
            }
        }
    }

    private void MarkDamaged(IndexGeneration generation, Exception exception)
    {
        lock (_gate)
        {
            if (ReferenceEquals(generation, _current))
            {
                Condition = new IndexCondition(IndexState.Damaged, exception.Message);
                _current = null;
                generation.Dispose();
            }
        }
    }
}
