using System.Collections.Immutable;
using AgencyCMS.Accounts.Memberships;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.ListRoles;

/// <summary>What each role of this site may do, in words.</summary>
[RequirePermission(AccountPermissions.ManageMembers)]
internal sealed class ListRolesEndpoint(RoleQuery roles, TenantContext current, IEnumerable<Permission> permissions, IStringLocalizer localizer) : Controller
{
    [HttpGet("admin/roles", Name = AccountRoutes.Roles)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
    {
        var isCounty = current.Tenant.IsCounty;
        var known = permissions.Where(permission => isCounty || !permission.CountyOnly).ToDictionary(permission => permission.Id, StringComparer.Ordinal);
        var listed = await roles.ListAsync(current.Tenant.Id, cancellationToken);
        return View("ListRoles", listed.Select(role => new RoleRow(role.Name, role.Description, [.. role.PermissionIds.Select(Describe)])).ToImmutableArray());

        (string Id, string? Description) Describe(string id) => (id, known.TryGetValue(id, out var permission) ? localizer[permission.Description].Value : null);
    }
}

/// <summary>A role with its permissions; one that nobody here can use has no description.</summary>
internal sealed record RoleRow(string Name, string Description, ImmutableArray<(string Id, string? Description)> Permissions);
