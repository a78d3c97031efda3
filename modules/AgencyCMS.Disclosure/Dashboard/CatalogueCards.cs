using System.Globalization;
using AgencyCMS.Admin.Contracts;
using AgencyCMS.Disclosure.BrowseCatalogue;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Modularity.Permissions;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Dashboard;

/// <summary>Entries of the catalogue in which readers find nothing.</summary>
internal sealed class CatalogueCards(CatalogueTree catalogue, CatalogueCounts counts, IStringLocalizer localizer) : IDashboardCards
{
    private const int Shown = 5;

    public async Task<IReadOnlyList<DashboardCard>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(DisclosurePermissions.EditCatalogueId))
        {
            return [];
        }
        var tree = await catalogue.GetAsync(cancellationToken);
        var totals = await counts.ReadAsync(actor, cancellationToken);
        var empty = tree.All.Where(totals.IsEmpty).ToList();
        return
        [
            new DashboardCard(localizer["Empty catalogue entries"], 40)
            {
                Count = empty.Count,
                Icon = "list",
                Text = empty.Count == 0 ? localizer["Every entry holds something."] : localizer["Publish something there, or declare that there is no such matter."],
                Links =
                [
                    .. empty.Take(Shown).Select(node => new DashboardLink(node.TitleIn(CultureInfo.CurrentUICulture), DisclosureRoutes.EditEntry, new { code = node.Code })),
                    new DashboardLink(localizer["Show gaps only"], DisclosureRoutes.EditCatalogue, new { empty = true }),
                ],
            },
        ];
    }
}
