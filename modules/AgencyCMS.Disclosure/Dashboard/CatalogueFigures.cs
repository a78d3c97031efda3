using AgencyCMS.Admin.Contracts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
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
        var bare = await entries.AsNoTracking().Where(entry => entry.NoneReason == null && !db.Set<DisclosureRow>().Any(row => row.Entry == entry.Code)).ToListAsync(cancellationToken);
        var ofPages = CatalogueSnapshot.Build(bare).All.Select(node => node.Page).Where(page => page.Length > 0).ToList();
        var there = ofPages.Count == 0 ? [] : await db.Set<ContentItemRow>().AsNoTracking().Where(Visibility.ReadableBy(Actor.Anonymous))
            .Join(db.Set<ContentRouteRow>().Where(route => ofPages.Contains(route.Path)), row => row.ContentItemId, route => route.ContentItemId, (_, route) => route.Path)
            .ToListAsync(cancellationToken);
        return (bare.Count - ofPages.Count(there.Contains), all);
    }
}
