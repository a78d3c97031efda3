using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AgencyCMS.Search.Engine.Storage;

/// <summary>Which items an index holds of a tenant, and in which version.</summary>
internal static class IndexIdentities
{
    /// <returns>Version id by item id.</returns>
    public static Dictionary<string, string> Read(IndexSearcher searcher, int tenantId)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var value = new BytesRef();
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var documents = leaf.AtomicReader.GetTermDocsEnum(DocumentMapping.TenantTerm(tenantId));
            var identities = leaf.AtomicReader.GetBinaryDocValues(IndexFields.Identity);
            while (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                identities.Get(documents.DocID, value);
                var (itemId, versionId) = DocumentMapping.ReadIdentity(value);
                found[itemId] = versionId;
            }
        }
        return found;
    }
}
