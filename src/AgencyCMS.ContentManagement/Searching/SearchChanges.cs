namespace AgencyCMS.ContentManagement.Searching;

/// <summary>Kinds of changes that the search listens to beside those of content items.</summary>
public static class SearchChanges
{
    /// <summary>
    /// What an <see cref="ISearchDocumentSource"/> says of an item has changed though the item has not. The subject is the item's id; appended by the source's module.
    /// </summary>
    public const string ItemAffected = "search.item-affected";

    /// <summary>The tenant's index was rebuilt by an operator; the county's index renews its share. The subject is the tenant's name.</summary>
    public const string Rebuilt = "search.rebuilt";
}
