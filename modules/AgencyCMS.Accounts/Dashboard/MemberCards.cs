using AgencyCMS.Accounts.Domain;
using AgencyCMS.Admin.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.Dashboard;

/// <summary>Shows who looks after the staff which of them have never signed in.</summary>
internal sealed class MemberCards(CountyDb db, TenantContext current, IStringLocalizer localizer) : IDashboardCards
{
    private const int Shown = 5;

    public async Task<IReadOnlyList<DashboardCard>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(AccountPermissions.ManageMembers))
        {
            return [];
        }
        var never = await (from membership in db.Set<Membership>().AsNoTracking()
                           join account in db.Set<Account>() on membership.AccountId equals account.Id
                           where membership.TenantId == current.Tenant.Id.Value && account.IsEnabled && account.LastSignInAt == null
                           orderby account.NormalisedName
                           select new { account.Id, account.UserName, account.DisplayName }).ToListAsync(cancellationToken);
        return never.Count == 0 ? [] :
        [
            new DashboardCard(localizer["Have never signed in"], 80)
            {
                Count = never.Count,
                Icon = "users",
                Links =
                [
                    .. never.Take(Shown).Select(person => new DashboardLink(
                        person.DisplayName.Length > 0 ? person.DisplayName : person.UserName, AccountRoutes.Member, new { id = person.Id })),
                    new DashboardLink(localizer["Members"], AccountRoutes.Members),
                ],
            },
        ];
    }
}
