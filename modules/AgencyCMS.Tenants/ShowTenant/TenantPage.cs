using System.Collections.Immutable;
using AgencyCMS.Accounts.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.ConfirmTenantAction;
using AgencyCMS.Tenants.CreateTenant;
using AgencyCMS.Tenants.Storage;

namespace AgencyCMS.Tenants.ShowTenant;

/// <summary>All that the console shows of one tenant.</summary>
/// <param name="Tenant">Its record.</param>
/// <param name="Home">Address of its site; null when it cannot be opened from here.</param>
/// <param name="ThemeName">Name of its theme.</param>
/// <param name="Actions">What can be done with it now.</param>
/// <param name="History">The newest lines of its history.</param>
/// <param name="Visits">The newest visits in which the county office helped inside it; null when this person may not help.</param>
internal sealed record TenantPage(
    Tenant Tenant, string? Home, string ThemeName, ImmutableArray<TenantVerb> Actions, IReadOnlyList<TenantEventRow> History, IReadOnlyList<HelpVisit>? Visits)
{
    /// <summary>What those are called who stand in the history.</summary>
    public required PeopleNames People { get; init; }

    /// <summary>What recipes and features in the history are called, by id.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>The first administrator with the password, on the page that follows the making; null afterwards.</summary>
    public FirstAdministrator? Administrator { get; init; }
}
