using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Storage;

/// <summary>Named JSON documents of the current tenant, in collections: content definitions, vocabularies, and whatever a recipe brought that is kept for its export.</summary>
public sealed class TenantDocuments(TenantDb db)
{
    /// <returns>The documents of a collection in the order they were added.</returns>
    public async Task<IReadOnlyList<TenantDocument>> ListAsync(string collection, CancellationToken cancellationToken) =>
        await db.Set<DocumentRow>().AsNoTracking().Where(row => row.Collection == collection).OrderBy(row => row.Position).ThenBy(row => row.Name)
            .Select(row => new TenantDocument(row.Collection, row.Name, row.Json)).ToListAsync(cancellationToken);

    /// <returns>Null when there is none.</returns>
    public async Task<TenantDocument?> FindAsync(string collection, string name, CancellationToken cancellationToken) =>
        await db.Set<DocumentRow>().AsNoTracking().Where(row => row.Collection == collection && row.Name == name)
            .Select(row => new TenantDocument(row.Collection, row.Name, row.Json)).SingleOrDefaultAsync(cancellationToken);

    /// <returns>The names of all collections, in alphabetical order.</returns>
    public async Task<IReadOnlyList<string>> ListCollectionsAsync(CancellationToken cancellationToken) =>
        await db.Set<DocumentRow>().Select(row => row.Collection).Distinct().OrderBy(name => name).ToListAsync(cancellationToken);

    /// <summary>Adds or replaces a document; written with the session's next save.</summary>
    /// <returns>False when it was the same already.</returns>
    public async Task<bool> PutAsync(TenantDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var row = await TrackAsync(document.Collection, document.Name, cancellationToken);
        if (row?.Json == document.Json)
        {
            return false;
        }
        if (row is null)
        {
            var stored = await db.Set<DocumentRow>().CountAsync(other => other.Collection == document.Collection, cancellationToken);
            var staged = db.Set<DocumentRow>().Local.Count(other => other.Collection == document.Collection && db.Entry(other).State == EntityState.Added);
            db.Add(new DocumentRow { Collection = document.Collection, Name = document.Name, Position = stored + staged, Json = document.Json });
        }
        else
        {
            row.Json = document.Json;
        }
        return true;
    }

    /// <summary>Removes a document with the session's next save.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> RemoveAsync(string collection, string name, CancellationToken cancellationToken)
    {
        var row = await TrackAsync(collection, name, cancellationToken);
        if (row is not null)
        {
            db.Remove(row);
        }
        return row is not null;
    }

    private async Task<DocumentRow?> TrackAsync(string collection, string name, CancellationToken cancellationToken) =>
        await db.Set<DocumentRow>().FindAsync([db.CurrentTenantId, collection, name], cancellationToken);
}

/// <summary>A named JSON document.</summary>
public sealed record TenantDocument(string Collection, string Name, string Json);
