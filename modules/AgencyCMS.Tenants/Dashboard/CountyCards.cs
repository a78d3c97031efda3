using AgencyCMS.Admin.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.Dashboard;

/// <summary>The agencies of the county, for those who look after them. Answered from the directory.</summary>
internal sealed class CountyCards(TenantDirectory directory, IStringLocalizer localizer) : IDashboardCards
{
    public Task<IReadOnlyList<DashboardCard>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Task.FromResult<IReadOnlyList<DashboardCard>>(actor.Can(TenantPermissions.Manage) ? [Card()] : []);
    }

    private DashboardCard Card()
    {
        var agencies = directory.All.Where(tenant => !tenant.IsCounty && tenant.State is not TenantState.Deleted).ToList();
        return new DashboardCard(localizer["Agencies of the county"], 35)
        {
            Icon = "building",
            Text = localizer["{0} agencies, {1} of them open.", agencies.Count, agencies.Count(tenant => tenant.IsRunning)],
            Links =
            [
                new DashboardLink(localizer["How the agencies are getting on"], TenantRoutes.List),
                new DashboardLink(localizer["New tenant"], TenantRoutes.Create),
            ],
        };
    }
}
