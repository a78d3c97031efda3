namespace AgencyCMS.Disclosure.Import.Runs;

/// <summary>Tells the workers of this node that an import was asked for.</summary>
internal sealed class ImportBell
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the next ring.</summary>
    public Task NextAsync() => _next.Task;

    public void Ring() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
