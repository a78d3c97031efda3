using AgencyCMS.Admin.Contracts;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Admin.Operations;

/// <summary>Says on the first page when something could not be passed on; silent while all is well.</summary>
internal sealed class OperationsCards(OperationsQuery operations, IStringLocalizer localizer) : IDashboardCards
{
    public async Task<IReadOnlyList<DashboardCard>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var count = actor.Can(AdminPermissions.ViewOperations) ? await operations.Failures().CountAsync(cancellationToken) : 0;
        return count == 0 ? [] :
        [
            new DashboardCard(localizer["Changes that could not be passed on"], 0)
            {
                Count = count,
                IsUrgent = true,
                Icon = "alert",
                Links = [new DashboardLink(localizer["Operations"], OperationsEndpoint.RouteName)],
            },
        ];
    }
}
