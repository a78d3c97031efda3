using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants.ListTenants;

/// <summary>What stands in the list's address. Deleted tenants are shown only when their state is asked for.</summary>
internal sealed record TenantListFilter
{
    /// <summary>Part of a title, name or host name, or a whole site code.</summary>
    public string? Search { get; init; }

    public TenantState? State { get; init; }
    public TenantKind? Kind { get; init; }

    /// <summary><c>name</c>, <c>title</c>, <c>kind</c> or <c>created</c>; descending with a minus before it.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}
