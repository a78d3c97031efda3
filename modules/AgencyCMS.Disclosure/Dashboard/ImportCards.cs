using AgencyCMS.Admin.Contracts;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Dashboard;

/// <summary>Imports that failed or still wait to be begun.</summary>
internal sealed class ImportCards(ImportRuns runs, TenantContext current, IStringLocalizer localizer) : IDashboardCards
{
    private const int LookedAt = 20;
    private const int Shown = 5;

    public async Task<IReadOnlyList<DashboardCard>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(DisclosurePermissions.ImportId))
        {
            return [];
        }
        var (latest, _) = await runs.ListAsync(current.Tenant.Id, 0, LookedAt, cancellationToken);
        return [.. Card(latest, ImportState.Failed, localizer["Failed imports"], isUrgent: true), .. Card(latest, ImportState.Prepared, localizer["Imports not begun yet"], isUrgent: false)];
    }

    private IEnumerable<DashboardCard> Card(IReadOnlyList<ImportRunRow> latest, ImportState state, string title, bool isUrgent)
    {
        var found = latest.Where(run => run.State == state).ToList();
        if (found.Count > 0)
        {
            yield return new DashboardCard(title, 50)
            {
                Count = found.Count,
                IsUrgent = isUrgent,
                Icon = "upload",
                Links =
                [
                    .. found.Take(Shown).Select(run => new DashboardLink(
                        run.FileName, state == ImportState.Prepared ? DisclosureRoutes.PrepareImport : DisclosureRoutes.Import, new { id = run.Id })
                    {
                        Note = $"{current.Tenant.ToLocal(run.FinishedAt ?? run.CreatedAt):yyyy-MM-dd HH:mm}",
                    }),
                    new DashboardLink(localizer["Import"], DisclosureRoutes.Imports),
                ],
            };
        }
    }
}
