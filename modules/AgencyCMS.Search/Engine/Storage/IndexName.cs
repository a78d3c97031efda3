namespace AgencyCMS.Search.Engine.Storage;

/// <summary>Which index: the county's, or that of one tenant.</summary>
/// <param name="TenantId">Null for the county's.</param>
internal readonly record struct IndexName(int? TenantId)
{
    public static IndexName County { get; } = new(null);

    public static IndexName Of(int tenantId) => new(tenantId);

    /// <summary>Name of its folder; tenant ids are never reused, so neither are folders.</summary>
    public override string ToString() => TenantId is { } id ? FormattableString.Invariant($"tenant-{id}") : "county";
}
