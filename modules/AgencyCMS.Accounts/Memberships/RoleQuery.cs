using System.Collections.Immutable;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Memberships;

/// <summary>The roles of a tenant, and which of them a person may give.</summary>
internal sealed class RoleQuery(StoreSessions stores, TenantContext current, EffectivePermissions permissions)
{
    /// <summary>Roles in the order of their names.</summary>
    public async Task<ImmutableArray<Role>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.Open(tenant);
        return [.. await db.Set<Role>().AsNoTracking().OrderBy(role => role.Name).ToListAsync(cancellationToken)];
    }

    /// <summary>
    /// On their own site people give only what they hold themselves, so that nobody raises their own or a friend's rights. Only the county can give roles on
    /// another site, and its right to manage accounts says that it may.
    /// </summary>
    public bool MayGive(Role role, TenantId tenant, Actor actor) =>
        actor.IsSystem || tenant != current.Tenant.Id || permissions.Of(current.Tenant, role).All(actor.Permissions.Contains);
}
