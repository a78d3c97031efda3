using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Catalogue;

/// <summary>The current tenant's catalogue, read once a request.</summary>
internal sealed class CatalogueTree(TenantDb db)
{
    private CatalogueSnapshot? _snapshot;

    public async ValueTask<CatalogueSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        if (_snapshot is not null)
        {
            return _snapshot;
        }
        var rows = await db.Set<CatalogueEntryRow>().AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Code).ToListAsync(cancellationToken);
        return _snapshot = CatalogueSnapshot.Build(rows);
    }

    /// <summary>Forgets what was read, after the catalogue was changed in this scope.</summary>
    public void Forget() => _snapshot = null;
}
