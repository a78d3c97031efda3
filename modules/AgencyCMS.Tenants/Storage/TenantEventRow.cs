using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Domain;

namespace AgencyCMS.Tenants.Storage;

/// <summary>One line of a tenant's history. Never changed, and kept when the tenant is gone.</summary>
internal sealed class TenantEventRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }

    /// <summary>What the tenant was called then.</summary>
    public required string TenantName { get; set; }

    public TenantAction Action { get; set; }
    public TenantState StateBefore { get; set; }
    public TenantState StateAfter { get; set; }

    /// <summary>What the action was about: the notice, the feature, the former description. Empty when nothing needs saying.</summary>
    public required string Detail { get; set; }

    public required string Actor { get; set; }
    public DateTimeOffset OccurredAt { get; set; }
}
