using AgencyCMS.Data.Stores;

namespace AgencyCMS.Data.Tests.Sample;

internal sealed class SampleRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string Id { get; set; }
    public required string Text { get; set; }
    public DateTimeOffset HappenedAt { get; set; }
    public DateOnly DueOn { get; set; }
    public SampleState State { get; set; }
}

internal enum SampleState
{
    Open,
    Closed,
}
