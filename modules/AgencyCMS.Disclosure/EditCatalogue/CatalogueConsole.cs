using System.Globalization;
using AgencyCMS.Disclosure.BrowseCatalogue;
using AgencyCMS.Disclosure.Catalogue;

namespace AgencyCMS.Disclosure.EditCatalogue;

/// <summary>The catalogue as its keeper sees it: every entry with what it holds.</summary>
internal sealed record CatalogueConsole(IReadOnlyList<CatalogueConsoleNode> Roots, bool OnlyEmpty)
{
    public static CatalogueConsole Build(CatalogueSnapshot tree, CatalogueTotals totals, bool onlyEmpty)
    {
        var roots = tree.Roots.Select(root => CatalogueConsoleNode.Build(root, totals)).ToList();
        return new CatalogueConsole(onlyEmpty ? Gaps(roots) : roots, onlyEmpty);
    }

    private static IReadOnlyList<CatalogueConsoleNode> Gaps(IEnumerable<CatalogueConsoleNode> nodes) =>
        [.. nodes.Where(node => node.Empty > 0).Select(node => node with { Children = Gaps(node.Children) })];
}

/// <summary>One node with those below it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Count">Items under it.</param>
/// <param name="Empty">Empty entries under it, itself included.</param>
/// <param name="Children">In their order.</param>
internal sealed record CatalogueConsoleNode(CatalogueNode Node, int Count, int Empty, IReadOnlyList<CatalogueConsoleNode> Children)
{
    public bool IsEmpty => Node.Children.Count == 0 && Empty > 0;

    public string Title => Node.TitleIn(CultureInfo.CurrentUICulture);

    // From below, so that each node is counted once.
    public static CatalogueConsoleNode Build(CatalogueNode node, CatalogueTotals totals)
    {
        var children = node.Children.Select(child => Build(child, totals)).ToList();
        var own = totals.Of(node.Code);
        return new CatalogueConsoleNode(node, own + children.Sum(child => child.Count), (totals.IsEmpty(node) ? 1 : 0) + children.Sum(child => child.Empty), children);
    }
}
