namespace AgencyCMS.Data.County;

/// <summary>How far a consumer whose effect is in the county store has followed a tenant's change log.</summary>
public sealed class ConsumerPositionRow
{
    public required string Consumer { get; set; }
    public int TenantId { get; set; }

    /// <summary>Concurrency token: of two nodes that apply the same changes only one commits.</summary>
    public long Position { get; set; }
}
