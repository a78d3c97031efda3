using System.Text.Json.Nodes;
using AgencyCMS.Disclosure.Storage;

namespace AgencyCMS.Disclosure.Catalogue;

/// <summary>The catalogue as a tree at one moment.</summary>
internal sealed class CatalogueSnapshot
{
    private readonly Dictionary<string, CatalogueNode> _byCode;

    private CatalogueSnapshot(Dictionary<string, CatalogueNode> byCode, List<CatalogueNode> roots) => (_byCode, Roots) = (byCode, roots);

    public IReadOnlyList<CatalogueNode> Roots { get; }

    /// <summary>Every node, parents before children.</summary>
    public IEnumerable<CatalogueNode> All => Roots.SelectMany(root => root.Branch);

    /// <returns>Null when there is none.</returns>
    public CatalogueNode? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Builds the tree. A node whose parent is missing stands at the top, so that nothing disappears.</summary>
    public static CatalogueSnapshot Build(IReadOnlyList<CatalogueEntryRow> rows)
    {
        var nodes = rows.ToDictionary(row => row.Code, Node, StringComparer.Ordinal);
        var roots = new List<CatalogueNode>();
        foreach (var row in rows)
        {
            var node = nodes[row.Code];
            if (row.Parent is not null && nodes.TryGetValue(row.Parent, out var parent) && parent != node)
            {
                node.Parent = parent;
                parent.Children.Add(node);
            }
            else
            {
                roots.Add(node);
            }
        }
        return new CatalogueSnapshot(nodes, roots);
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
    };
}
