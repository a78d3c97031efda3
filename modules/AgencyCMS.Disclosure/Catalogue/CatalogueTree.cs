using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Catalogue;

/// <summary>The current tenant's catalogue.</summary>
internal sealed class CatalogueTree(TenantDb db, TenantMemory memory)
{
    private CatalogueSnapshot? _snapshot;

    public async ValueTask<CatalogueSnapshot> GetAsync(CancellationToken cancellationToken) => _snapshot ??= await memory.GetAsync(db, () => ReadAsync(cancellationToken));

    /// <summary>Forgets what was read, after the catalogue was changed in this scope.</summary>
    public void Forget() => _snapshot = null;

    private async Task<CatalogueSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<CatalogueEntryRow>().AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Code).ToListAsync(cancellationToken);
        return CatalogueSnapshot.Build(rows);
    }
}
