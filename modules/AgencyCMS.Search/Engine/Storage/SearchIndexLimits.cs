namespace AgencyCMS.Search.Engine.Storage;

/// <summary>How many indexes stay open, and for how long; the rest cost nothing but their files.</summary>
internal sealed record SearchIndexLimits
{
    /// <summary>More are open only while all of them are in use.</summary>
    public int MaxOpen { get; init; } = 64;

    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(5);
}
