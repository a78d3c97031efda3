using AgencyCMS.Accounts.Contracts;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Identification;

/// <summary>Who may help inside agencies, as the county office has it now. A visit is no right of its own: it lasts no longer than this one.</summary>
internal sealed class HelpRights(StoreSessions stores, TenantDirectory directory, EffectivePermissions permissions)
{
    public async Task<bool> AreHeldAsync(int accountId, CancellationToken cancellationToken)
    {
        if (directory.County is not { } office)
        {
            return false;
        }
        await using var db = stores.OpenCounty();
        var roles = await db.Set<Membership>().Where(membership => membership.AccountId == accountId && membership.TenantId == office.Id.Value)
            .Select(membership => membership.Roles).SingleOrDefaultAsync(cancellationToken);
        return roles is not null && await AreInAsync(office, Membership.Read(roles), cancellationToken);
    }

    /// <summary>Whether one of these roles of the county office gives the right.</summary>
    public async Task<bool> AreInAsync(Tenant office, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        if (!office.HasFeature(HelpRight.Feature))
        {
            return false;
        }
        await using var db = stores.Open(office.Id);
        var held = await db.Set<Role>().AsNoTracking().Where(role => roles.Contains(role.Name)).ToListAsync(cancellationToken);
        return permissions.Of(office, held).Contains(HelpRight.Permission, StringComparer.Ordinal);
    }
}
