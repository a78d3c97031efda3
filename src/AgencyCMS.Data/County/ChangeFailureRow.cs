namespace AgencyCMS.Data.County;

/// <summary>A change that a consumer could not apply; it waits here and is tried again, and later changes of its subject wait behind it.</summary>
public sealed class ChangeFailureRow
{
    public required string Consumer { get; set; }
    public int TenantId { get; set; }
    public long Sequence { get; set; }
    public required string SubjectId { get; set; }

    /// <summary>0 for a change that only waits behind another.</summary>
    public int Attempts { get; set; }

    /// <summary>Name of the node that must try again; empty when any may.</summary>
    public required string Node { get; set; }

    public string? LastError { get; set; }
    public DateTimeOffset FailedAt { get; set; }
    public DateTimeOffset NextAttemptAt { get; set; }
}
