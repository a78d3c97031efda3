using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Catalogue;

/// <summary>The current tenant's catalogue.</summary>
internal sealed class CatalogueTree(TenantDb db, TenantContext context, TenantMemory memory)
{
    private CatalogueSnapshot? _snapshot;
    private bool _isChanged;

    public async ValueTask<CatalogueSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        // What is not committed yet is this scope's own.
        var isOwn = _isChanged || db.Database.CurrentTransaction is not null;
        return _snapshot ??= isOwn ? await ReadAsync(cancellationToken) : await memory.GetAsync(context.Tenant.Id, () => ReadAsync(cancellationToken));
    }

    /// <summary>Forgets what was read, after the catalogue was changed in this scope.</summary>
    public void Forget()
    {
        _snapshot = null;
        _isChanged = true;
    }

    private async Task<CatalogueSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<CatalogueEntryRow>().AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Code).ToListAsync(cancellationToken);
        return CatalogueSnapshot.Build(rows);
    }
}
