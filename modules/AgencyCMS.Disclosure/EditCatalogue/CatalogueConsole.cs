using AgencyCMS.Disclosure.Catalogue;

namespace AgencyCMS.Disclosure.EditCatalogue;

/// <summary>The catalogue as its keeper sees it: every entry with what it holds.</summary>
internal sealed record CatalogueConsole(IReadOnlyList<CatalogueConsoleLine> Lines, bool OnlyEmpty);

/// <summary>One node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Depth">0 for the topmost.</param>
/// <param name="Count">Items under it.</param>
internal sealed record CatalogueConsoleLine(CatalogueNode Node, int Depth, int Count)
{
    public bool IsEmpty => Node.Children.Count == 0 && Count == 0 && Node.NoneReason is null;
}
