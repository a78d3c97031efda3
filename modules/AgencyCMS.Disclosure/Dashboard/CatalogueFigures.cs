using AgencyCMS.Admin.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Presentation;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Dashboard;

/// <summary>How many entries of an agency's catalogue are empty, for the county's list.</summary>
internal sealed class CatalogueFigures(StoreSessions stores, IStringLocalizer localizer) : ITenantFigures
{
    private const string DisclosureFeature = "AgencyCMS.Disclosure";

    public async Task<IReadOnlyList<TenantColumn>> ReadAsync(IReadOnlyList<Tenant> tenants, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<TenantId, TenantFigure>();
        foreach (var tenant in tenants.Where(tenant => tenant.IsRunning && tenant.HasFeature(DisclosureFeature)))
        {
            var (empty, all) = await CountAsync(tenant.Id, cancellationToken);
            figures[tenant.Id] = new TenantFigure(localizer["{0} of {1}", empty, all], empty > 0 ? AlertKind.Warn : AlertKind.Neutral);
        }
        return [new TenantColumn(localizer["Empty entries"], 30, figures)];
    }

    private async Task<(int Empty, int All)> CountAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.Open(tenant);
        var entries = db.Set<CatalogueEntryRow>().Where(entry => !db.Set<CatalogueEntryRow>().Any(child => child.Parent == entry.Code));
        var all = await entries.CountAsync(cancellationToken);
        var empty = await entries.CountAsync(entry => entry.NoneReason == null && !db.Set<DisclosureRow>().Any(row => row.Entry == entry.Code), cancellationToken);
        return (empty, all);
    }
}
