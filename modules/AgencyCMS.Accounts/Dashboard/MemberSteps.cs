using AgencyCMS.Accounts.Domain;
using AgencyCMS.Admin.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.Dashboard;

/// <summary>A new site needs more people than its administrator.</summary>
internal sealed class MemberSteps(CountyDb db, TenantContext current, IStringLocalizer localizer) : IFirstSteps
{
    public async Task<IReadOnlyList<FirstStep>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(AccountPermissions.ManageMembers))
        {
            return [];
        }
        var members = await db.Set<Membership>().CountAsync(membership => membership.TenantId == current.Tenant.Id.Value, cancellationToken);
        return [new FirstStep(localizer["Have the county office make accounts for those who write and those who sign"], 30, members > 1, AccountRoutes.Members)];
    }
}
