namespace AgencyCMS.Data.Tests.Sample;

/// <summary>Holds consumers up at a step of their work until it is opened; a test that fails meanwhile opens it, too.</summary>
internal sealed class Gate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _reached = new(0);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Stands before a step that has changes to apply.</summary>
    public static Gate Before(Mishaps mishaps, ConsumerStep step)
    {
        var gate = new Gate();
        mishaps.At = (at, changes) =>
        {
            if (at == step && changes.Count > 0)
            {
                gate._reached.Release();
                // Steps are synchronous.
                gate._open.Task.Wait(Patience);
            }
        };
        return gate;
    }

    public async Task IsReachedAsync(int consumers)
    {
        for (var count = 0; count < consumers; count++)
        {
            Assert.True(await _reached.WaitAsync(Patience), "A consumer did not come to its step.");
        }
    }

    public void Open() => _open.TrySetResult();

    public void Dispose() => Open();
}
