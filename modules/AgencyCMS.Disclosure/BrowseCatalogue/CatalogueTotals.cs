using AgencyCMS.Disclosure.Catalogue;

namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>How many items stand under the entries, added up once from the bottom.</summary>
internal sealed class CatalogueTotals
{
    private readonly IReadOnlyDictionary<string, int> _byEntry;
    private readonly Dictionary<string, int> _byBranch = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> _pages;

    /// <param name="catalogue">The catalogue.</param>
    /// <param name="byEntry">Items of each entry that has some.</param>
    /// <param name="pages">Paths of the pages that are there, for entries that a page fills.</param>
    public CatalogueTotals(CatalogueSnapshot catalogue, IReadOnlyDictionary<string, int> byEntry, IReadOnlySet<string> pages)
    {
        (_byEntry, _pages) = (byEntry, pages);
        foreach (var node in catalogue.All.Reverse())
        {
            var total = _byBranch.GetValueOrDefault(node.Code) + byEntry.GetValueOrDefault(node.Code);
            _byBranch[node.Code] = total;
            if (node.Parent is { } parent)
            {
                _byBranch[parent.Code] = _byBranch.GetValueOrDefault(parent.Code) + total;
            }
        }
        All = byEntry.Values.Sum();
    }

    /// <summary>Items of the whole catalogue.</summary>
    public int All { get; }

    /// <summary>Items under the entry itself.</summary>
    public int Of(string code) => _byEntry.GetValueOrDefault(code);

    /// <summary>True for an entry in which readers find neither an item nor a page nor a declaration that there is no such matter.</summary>
    public bool IsEmpty(CatalogueNode node) => node.Children.Count == 0 && node.NoneReason is null && Of(node.Code) == 0 && !_pages.Contains(node.Page);

    /// <summary>Items under the entry and all below it.</summary>
    public int OfBranch(string code) => _byBranch.GetValueOrDefault(code);
}
