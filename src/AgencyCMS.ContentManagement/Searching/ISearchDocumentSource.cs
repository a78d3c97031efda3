namespace AgencyCMS.ContentManagement.Searching;

/// <summary>
/// A module's part in what is found of content items: it completes their search documents with what its own parts hold (entry path, numbers,
/// genre, further text). Contributed; called in a scope of the items' tenant, for whole batches.
/// </summary>
public interface ISearchDocumentSource
{
    /// <summary>Completes the documents of the items that the module knows and leaves the others alone.</summary>
    Task DescribeAsync(IReadOnlyList<SearchableItem> items, CancellationToken cancellationToken);
}
