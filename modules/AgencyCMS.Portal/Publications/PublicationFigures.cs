using AgencyCMS.Admin.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Portal.Storage;
using AgencyCMS.Presentation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Portal.Publications;

/// <summary>When an agency published last and how much is public, for the county's list.</summary>
internal sealed class PublicationFigures(CountyDb db, IStringLocalizer localizer) : ITenantFigures
{
    public async Task<IReadOnlyList<TenantColumn>> ReadAsync(IReadOnlyList<Tenant> tenants, CancellationToken cancellationToken)
    {
        var ids = tenants.Select(tenant => tenant.Id.Value).ToList();
        var counted = await db.Set<PublicationRow>().AsNoTracking().Where(row => ids.Contains(row.TenantId)).GroupBy(row => row.TenantId)
            .Select(rows => new { TenantId = rows.Key, Count = rows.Count() }).ToListAsync(cancellationToken);
        var (last, published) = (new Dictionary<TenantId, TenantFigure>(), new Dictionary<TenantId, TenantFigure>());
        foreach (var tenant in tenants)
        {
            var count = counted.Find(row => row.TenantId == tenant.Id.Value)?.Count ?? 0;
            published[tenant.Id] = new TenantFigure($"{count}");
            last[tenant.Id] = count == 0 ? new TenantFigure(localizer["Nothing yet"], AlertKind.Warn) : new TenantFigure("") { At = await LastAsync(tenant, cancellationToken) };
        }
        return [new TenantColumn(localizer["Published last"], 10, last), new TenantColumn(localizer["Public items"], 20, published)];
    }

    // The newest by the index of the table; a maximum over all rows would read them all.
    private Task<DateTimeOffset> LastAsync(Tenant tenant, CancellationToken cancellationToken) => db.Set<PublicationRow>().AsNoTracking()
        .Where(row => row.TenantId == tenant.Id.Value).OrderByDescending(row => row.PublishedAt).Select(row => row.PublishedAt).FirstAsync(cancellationToken);
}
