using System.Globalization;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Accounts.Domain;

/// <summary>Says instants as a person of the current tenant reads them off the wall.</summary>
internal sealed class LocalClock(TenantContext tenants)
{
    /// <summary>Hour and minute, rounded up, so that whoever comes at that time comes late enough.</summary>
    public string TimeOf(DateTimeOffset instant) => tenants.Tenant.ToLocal(instant.AddMinutes(1)).ToString("HH:mm", CultureInfo.InvariantCulture);
}
