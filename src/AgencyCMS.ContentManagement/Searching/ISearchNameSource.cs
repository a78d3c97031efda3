namespace AgencyCMS.ContentManagement.Searching;

/// <summary>Names, in the reader's language, the codes that search results are counted and narrowed by. Contributed by modules that keep the lists of codes.</summary>
public interface ISearchNameSource
{
    /// <returns>Name by code, for those catalogue entries that the current tenant has.</returns>
    Task<IReadOnlyDictionary<string, string>> FindEntryNamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken);

    /// <returns>Name by code, for those genres that the current tenant knows.</returns>
    Task<IReadOnlyDictionary<string, string>> FindGenreNamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken);
}
