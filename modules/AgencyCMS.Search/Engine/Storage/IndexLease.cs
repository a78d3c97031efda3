namespace AgencyCMS.Search.Engine.Storage;

/// <summary>The right to use an open index; it is not closed before the lease is disposed.</summary>
internal sealed class IndexLease(SearchIndex index, Action onReturn) : IDisposable
{
    private Action? _onReturn = onReturn;

    public SearchIndex Index { get; } = index;

    public void Dispose() => Interlocked.Exchange(ref _onReturn, null)?.Invoke();
}
