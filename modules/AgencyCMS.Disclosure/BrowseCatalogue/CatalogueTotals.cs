using AgencyCMS.Disclosure.Catalogue;

namespace AgencyCMS.Disclosure.BrowseCatalogue;

/// <summary>How many items stand under the entries, added up once from the bottom.</summary>
internal sealed class CatalogueTotals
{
    private readonly IReadOnlyDictionary<string, int> _byEntry;
    private readonly Dictionary<string, int> _byBranch = new(StringComparer.Ordinal);

    public CatalogueTotals(CatalogueSnapshot catalogue, IReadOnlyDictionary<string, int> byEntry)
    {
        _byEntry = byEntry;
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

    /// <summary>Items under the entry and all below it.</summary>
    public int OfBranch(string code) => _byBranch.GetValueOrDefault(code);
}
