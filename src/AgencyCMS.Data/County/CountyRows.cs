namespace AgencyCMS.Data.County;

/// <summary>Rings the bell between processes on SQLite: grows when a process that runs no consumers has committed changes of a tenant.</summary>
internal sealed class WakeRow
{
    public int TenantId { get; set; }
    public long Count { get; set; }
}

/// <summary>Which schema a store has.</summary>
internal sealed class StoreSchemaRow
{
    public required string Store { get; set; }
    public required string Fingerprint { get; set; }
}
