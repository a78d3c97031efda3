using AgencyCMS.Data.Stores;

namespace AgencyCMS.Disclosure.Storage;

/// <summary>An index number and the item that has it for ever.</summary>
internal sealed class IndexNumberRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string Number { get; set; }
    public required string ContentItemId { get; set; }
}

/// <summary>Last serial number of a period.</summary>
internal sealed class IndexCounterRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string Period { get; set; }

    /// <summary>Concurrency token: of two publications at the same time one draws again.</summary>
    public int Last { get; set; }
}
