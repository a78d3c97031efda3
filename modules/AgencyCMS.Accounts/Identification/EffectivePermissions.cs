using System.Collections.Frozen;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Accounts.Identification;

/// <summary>What roles really allow in a tenant: permissions that a loaded module has, and the county's own only in the county office's tenant.</summary>
internal sealed class EffectivePermissions(IEnumerable<Permission> permissions)
{
    private readonly FrozenSet<string> _ofCounty = permissions.Select(permission => permission.Id).ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string> _ofAgency =
        permissions.Where(permission => !permission.CountyOnly).Select(permission => permission.Id).ToFrozenSet(StringComparer.Ordinal);

    public IEnumerable<string> Of(Tenant tenant, params IEnumerable<Role> roles) =>
        roles.SelectMany(role => role.PermissionIds).Where((tenant.IsCounty ? _ofCounty : _ofAgency).Contains);
}
