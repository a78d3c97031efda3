using AgencyCMS.Data.Stores;

namespace AgencyCMS.Data.Changes;

internal sealed class ChangeRow : ITenantRow
{
    public int TenantId { get; set; }
    public long Sequence { get; set; }
    public required string Kind { get; init; }
    public required string SubjectId { get; init; }
    public required string Data { get; init; }
    public required string Actor { get; init; }
    public DateTimeOffset OccurredAt { get; init; }

    public Change ToChange() => new() { Sequence = Sequence, Kind = Kind, SubjectId = SubjectId, Data = Data, Actor = Actor, OccurredAt = OccurredAt };
}
