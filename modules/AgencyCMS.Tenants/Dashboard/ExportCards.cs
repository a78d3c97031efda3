using AgencyCMS.Admin.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Domain;
using AgencyCMS.Tenants.Storage;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.Dashboard;

/// <summary>Tells all staff of an agency that their whole site was exported in the last 30 days: an export carries drafts, too.</summary>
internal sealed class ExportCards(TenantHistory history, TenantContext current, IPeople people, TimeProvider clock, IStringLocalizer localizer) : IDashboardCards
{
    private static readonly TimeSpan Told = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<DashboardCard>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (current.Tenant.IsCounty || await history.FindLastAsync(current.Tenant.Id, TenantAction.Exported, cancellationToken) is not { } export || export.OccurredAt < clock.GetUtcNow() - Told)
        {
            return [];
        }
        var who = (await people.NamesAsync([export.Actor], cancellationToken)).Of(export.Actor);
        var when = $"{current.Tenant.ToLocal(export.OccurredAt):yyyy-MM-dd HH:mm}";
        return [new DashboardCard(localizer["Export of this site"], 2) { Icon = "upload", Text = localizer["{0} exported everything that this site holds, drafts included, on {1}.", who, when] }];
    }
}
