using AgencyCMS.Accounts.Contracts;
using AgencyCMS.Admin.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.Dashboard;

/// <summary>Tells all staff of an agency that the county office works inside their site, or did so in the last 30 days.</summary>
internal sealed class HelpCards(IHelpVisits visits, TenantContext current, TimeProvider clock, IStringLocalizer localizer) : IDashboardCards
{
    private static readonly TimeSpan Told = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<DashboardCard>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        var latest = (await visits.ListAsync(current.Tenant.Id, 1, cancellationToken)).FirstOrDefault();
        if (latest is null || (!latest.IsOpen && latest.EndsAt < clock.GetUtcNow() - Told))
        {
            return [];
        }
        var until = $"{current.Tenant.ToLocal(latest.EndsAt):yyyy-MM-dd HH:mm}";
        return
        [
            new DashboardCard(localizer["Help by the county office"], 1)
            {
                IsUrgent = latest.IsOpen,
                Icon = "users",
                Text = latest.IsOpen
                    ? localizer["{0} of the county office works inside this site until {1}: {2}", latest.Helper, until, latest.Reason]
                    : localizer["{0} of the county office worked inside this site until {1}: {2}", latest.Helper, until, latest.Reason],
                Links = [new DashboardLink(localizer["All visits"], AccountRoutes.Help)],
            },
        ];
    }
}
