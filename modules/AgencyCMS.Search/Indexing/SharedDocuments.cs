using System.Diagnostics.CodeAnalysis;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Search.Indexing;

/// <summary>
/// What one of the two indexes has just read of changed items and the other needs too: reading items and taking their texts out of the markup costs as much as
/// indexing them. A document serves for all changes that were in the log before it was read.
/// </summary>
internal sealed class SharedDocuments
{
    /// <summary>About 10 MB of usual documents. What falls out is read a second time.</summary>
    private const int MaxDocuments = 2000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(TenantId Tenant, string ItemId), Shared> _documents = [];
    private readonly Queue<(TenantId Tenant, string ItemId)> _order = [];

    /// <summary>Keeps what was read until the other index takes it.</summary>
    /// <param name="tenant">Whose items.</param>
    /// <param name="position">All changes up to this one had happened when the documents were read.</param>
    /// <param name="documents">Documents of items that are published.</param>
    public void Offer(TenantId tenant, long position, IEnumerable<SearchDocument> documents)
    {
        lock (_gate)
        {
            foreach (var document in documents)
            {
                var key = (tenant, document.ItemId);
                if (!_documents.ContainsKey(key))
                {
                    _order.Enqueue(key);
                }
                _documents[key] = new Shared(position, document);
            }
            while (_order.Count > MaxDocuments)
            {
                _documents.Remove(_order.Dequeue());
            }
        }
    }

    /// <summary>Gives out a document, once.</summary>
    /// <param name="tenant">Whose item.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="sequence">The change that the document must know of.</param>
    /// <param name="document">The document.</param>
    public bool TryTake(TenantId tenant, string itemId, long sequence, [NotNullWhen(true)] out SearchDocument? document)
    {
        lock (_gate)
        {
            document = _documents.TryGetValue((tenant, itemId), out var shared) && shared.Position >= sequence ? shared.Document : null;
            if (document is not null)
            {
                _documents.Remove((tenant, itemId));
            }
            return document is not null;
        }
    }

    private sealed record Shared(long Position, SearchDocument Document);
}
