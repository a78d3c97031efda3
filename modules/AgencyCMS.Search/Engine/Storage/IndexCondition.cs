namespace AgencyCMS.Search.Engine.Storage;

internal enum IndexState
{
    Ready,

    /// <summary>It was never built, or its folder is gone.</summary>
    Missing,

    /// <summary>It is there and cannot be used.</summary>
    Damaged,
}

/// <param name="Reason">English, for the log and the operator; empty when ready.</param>
internal sealed record IndexCondition(IndexState State, string Reason)
{
    public static IndexCondition Ready { get; } = new(IndexState.Ready, "");

    public bool NeedsRebuild => State != IndexState.Ready;
}
