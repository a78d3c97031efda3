using System.Text.Json.Nodes;
using AgencyCMS.Disclosure.Domain;
using AgencyCMS.Disclosure.Storage;

namespace AgencyCMS.Disclosure.Catalogue;

/// <summary>The catalogue as a tree at one moment.</summary>
internal sealed class CatalogueSnapshot
{
    private readonly Dictionary<string, CatalogueNode> _byCode;

    private CatalogueSnapshot(Dictionary<string, CatalogueNode> byCode, List<CatalogueNode> roots)
    {
        (_byCode, Roots) = (byCode, roots);
        All = [.. roots.SelectMany(root => root.Branch)];
    }

    public IReadOnlyList<CatalogueNode> Roots { get; }

    /// <summary>Every node, parents before children.</summary>
    public IReadOnlyList<CatalogueNode> All { get; }

    /// <returns>Null when there is none.</returns>
    public CatalogueNode? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>
    /// Builds the tree. So that nothing disappears, a node whose parent is missing or that stands below itself is at the top, and one that stands too deep is under the last
    /// above it that does not.
    /// </summary>
    public static CatalogueSnapshot Build(IReadOnlyList<CatalogueEntryRow> rows)
    {
        var nodes = rows.ToDictionary(row => row.Code, Node, StringComparer.Ordinal);
        var parents = rows.ToDictionary(row => row.Code, row => row.Parent, StringComparer.Ordinal);
        var shape = CatalogueShape.Read(parents);
        var lowest = LowestParents(parents, shape);
        var roots = new List<CatalogueNode>();
        foreach (var row in rows)
        {
            if (shape.Levels[row.Code] > 1)
            {
                nodes[row.Code].StandUnder(nodes[lowest[row.Parent!]]); // below the top there is a parent
            }
            else
            {
                roots.Add(nodes[row.Code]);
            }
        }
        return new CatalogueSnapshot(nodes, roots);
    }

    /// <summary>For each code itself, or the first above it under which a node may still stand.</summary>
    private static Dictionary<string, string> LowestParents(Dictionary<string, string?> parents, CatalogueLevels shape)
    {
        var lowest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, level) in shape.Levels.OrderBy(pair => pair.Value))
        {
            lowest[code] = level < CatalogueShape.MaxDepth ? code : lowest[parents[code]!]; // so deep there is a parent
        }
        return lowest;
    }

    private static CatalogueNode Node(CatalogueEntryRow row) => new()
    {
        Code = row.Code,
        Title = row.Title,
        TitleEn = row.TitleEn,
        Kind = row.Kind,
        Details = JsonNode.Parse(row.Details)!.AsObject(),
        IsOwn = row.IsOwn,
        NoneReason = row.NoneReason,
        NoneDeclaredOn = row.NoneDeclaredOn,
        IsNoneBrought = row.NoneBroughtAt is not null,
    };
}
