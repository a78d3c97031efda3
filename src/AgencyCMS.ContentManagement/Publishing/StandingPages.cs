using System.Collections.Frozen;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>The pages that set-up recipes bring and menus lead to. An agency may withdraw or move them, so whoever links to one asks first.</summary>
public sealed class StandingPages(TenantDb db, TenantMemory memory)
{
    public const string Guide = "guide";
    public const string Rules = "rules";
    public const string AnnualReports = "annual-reports";

    private static readonly string[] Known = [Guide, Rules, AnnualReports];

    /// <summary>True when everybody can read the page.</summary>
    /// <param name="path">One of the constants.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<bool> IsThereAsync(string path, CancellationToken cancellationToken) => (await memory.GetAsync(db, () => ReadAsync(cancellationToken))).Paths.Contains(path);

    private async Task<Found> ReadAsync(CancellationToken cancellationToken)
    {
        var paths = await db.Set<ContentItemRow>().AsNoTracking().Where(Visibility.ReadableBy(Actor.Anonymous))
            .Join(db.Set<ContentRouteRow>().Where(route => Known.Contains(route.Path)), row => row.ContentItemId, route => route.ContentItemId, (_, route) => route.Path)
            .ToListAsync(cancellationToken);
        return new Found(paths.ToFrozenSet(StringComparer.Ordinal));
    }

    private sealed record Found(FrozenSet<string> Paths);
}
