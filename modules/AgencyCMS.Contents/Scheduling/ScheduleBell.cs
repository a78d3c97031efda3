namespace AgencyCMS.Contents.Scheduling;

/// <summary>Tells the runner that the list of due moments has changed.</summary>
internal sealed class ScheduleBell(TimeProvider clock)
{
    private volatile TaskCompletionSource _rung = New();

    public void Ring() => _rung.TrySetResult();

    /// <summary>Waits for the time to pass or for a ring, also one that came since the last wait.</summary>
    public async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_rung.Task, Task.Delay(time, clock, source.Token));
        await source.CancelAsync();
        if (_rung.Task.IsCompleted)
        {
            _rung = New();
        }
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
