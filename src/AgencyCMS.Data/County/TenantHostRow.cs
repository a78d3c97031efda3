namespace AgencyCMS.Data.County;

internal sealed class TenantHostRow
{
    public required string Host { get; set; }
    public int TenantId { get; set; }
}
