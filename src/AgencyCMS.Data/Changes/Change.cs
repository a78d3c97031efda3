namespace AgencyCMS.Data.Changes;

/// <summary>Something that happened in a tenant and that others must hear of.</summary>
public sealed record Change
{
    /// <summary>Number in the tenant's log, from 1 without gaps, in the order of commits; 0 before it is written.</summary>
    public long Sequence { get; init; }

    /// <summary><c>module.happened</c>, such as <c>content.published</c>; never renamed after release.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of what changed; changes of one subject are applied in order.</summary>
    public required string SubjectId { get; init; }

    /// <summary>JSON of what a consumer needs beyond the subject; <c>{}</c> when nothing.</summary>
    public string Data { get; init; } = "{}";

    /// <summary>Sign-in name of who did it.</summary>
    public required string Actor { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
