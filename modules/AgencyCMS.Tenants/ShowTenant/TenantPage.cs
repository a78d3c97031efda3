using System.Collections.Immutable;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.ConfirmTenantAction;
using AgencyCMS.Tenants.Storage;

namespace AgencyCMS.Tenants.ShowTenant;

/// <summary>All that the console shows of one tenant.</summary>
/// <param name="Tenant">Its record.</param>
/// <param name="Home">Address of its site; null when it cannot be opened from here.</param>
/// <param name="ThemeName">Name of its theme.</param>
/// <param name="Actions">What can be done with it now.</param>
/// <param name="History">The newest lines of its history.</param>
internal sealed record TenantPage(Tenant Tenant, string? Home, string ThemeName, ImmutableArray<TenantVerb> Actions, IReadOnlyList<TenantEventRow> History);
