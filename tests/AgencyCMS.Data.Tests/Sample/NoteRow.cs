namespace AgencyCMS.Data.Tests.Sample;

/// <summary>One applied change. Nothing keeps the same change from being noted twice, so that a test can see it.</summary>
internal sealed class NoteRow
{
    public int Id { get; set; }
    public int TenantId { get; set; }
    public required string SubjectId { get; set; }
    public long Sequence { get; set; }
}
