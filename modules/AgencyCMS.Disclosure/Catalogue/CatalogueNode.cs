using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.Disclosure.Domain;

namespace AgencyCMS.Disclosure.Catalogue;

/// <summary>A node of the catalogue with its children in order.</summary>
internal sealed class CatalogueNode
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string TitleEn { get; init; }
    public required string Kind { get; init; }
    public required JsonObject Details { get; init; }
    public required bool IsOwn { get; init; }
    public string? NoneReason { get; init; }
    public DateOnly? NoneDeclaredOn { get; init; }

    /// <summary>True when the day of the declaration is what a recipe from elsewhere says.</summary>
    public bool IsNoneBrought { get; init; }
    public CatalogueNode? Parent { get; private set; }
    public List<CatalogueNode> Children { get; } = [];

    /// <summary>What the standard says must be shown.</summary>
    public IReadOnlyList<string> Elements => Details["Elements"].Deserialize<string[]>() ?? [];

    public string Description => Detail("Description");

    public string LegalBasis => Detail("LegalBasis");

    public string PublishWithin => Detail("PublishWithin");

    /// <summary>Path of the page that says what the entry asks for, such as the guide; empty for entries that only items fill.</summary>
    public string Page => Detail("Page");

    /// <summary>The node itself and all below it.</summary>
    public IEnumerable<CatalogueNode> Branch
    {
        get
        {
            var waiting = new Stack<CatalogueNode>([this]);
            while (waiting.TryPop(out var node))
            {
                yield return node;
                for (var i = node.Children.Count - 1; i >= 0; i--)
                {
                    waiting.Push(node.Children[i]);
                }
            }
        }
    }

    /// <summary>From the topmost node to this one.</summary>
    public IReadOnlyList<CatalogueNode> Path
    {
        get
        {
            var path = new List<CatalogueNode>(CatalogueShape.MaxDepth);
            for (var node = this; node is not null; node = node.Parent)
            {
                path.Add(node);
            }
            path.Reverse();
            return path;
        }
    }

    /// <summary>The title in the reader's language.</summary>
    public string TitleIn(System.Globalization.CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "en" && TitleEn.Length > 0 ? TitleEn : Title;

    /// <summary>Places the node behind the other children.</summary>
    public void StandUnder(CatalogueNode parent)
    {
        Parent = parent;
        parent.Children.Add(this);
    }

    private string Detail(string name) => Details[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
