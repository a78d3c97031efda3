namespace AgencyCMS.Recipes.Running;

/// <summary>What steps have put off to the end of the run.</summary>
internal sealed class DeferredWork
{
    internal List<Func<CancellationToken, Task>> BeforeCommit { get; } = [];

    internal List<Func<CancellationToken, Task>> AfterCommit { get; } = [];

    internal List<Func<Task>> AfterUndo { get; } = [];
}
