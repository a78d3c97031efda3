using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Text;

namespace AgencyCMS.Search.Engine.Results;

/// <summary>
/// All that the highlighter looks for, as one tree of units: what stands at a place of the text is found by going down it once, however much is looked for. A text of one
/// repeated character could still be gone over as often as the longest needle is long, so the steps are counted and end.
/// </summary>
internal sealed class NeedleTree
{
    private readonly Node _root = new();

    public int Count { get; private set; }

    /// <summary>Adds units in a row.</summary>
    public void Add(IEnumerable<TermUnit> units)
    {
        var node = _root;
        TermUnit? before = null;
        var isParted = false;
        foreach (var unit in units)
        {
            if (unit.Kind != TextUnitKind.Break)
            {
                node = node.Child(unit.Text, PartsPair(before?.Kind, unit.Kind, isParted));
                before = unit;
            }
            isParted = unit.Kind == TextUnitKind.Break;
        }
        End(node);
    }

    /// <param name="token">A word, or one or two ideographs.</param>
    public void Add(string token)
    {
        var runes = token.EnumerateRunes().ToList();
        End(TextScanner.IsIdeograph(runes[0])
            ? runes.Aggregate(_root, (node, rune) => node.Child(rune.ToString(), isParted: false))
            : _root.Child(token, isParted: false));
    }

    /// <summary>The longest needle that stands at a unit.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="units">Its units, each with whether a break stands before it.</param>
    /// <param name="at">Index of the first unit.</param>
    /// <param name="steps">Steps that may still be made; grows less.</param>
    /// <returns>Number of the needle and how many units it takes; no units when none stands there.</returns>
    public (int Needle, int Length) LongestAt(ReadOnlySpan<char> folded, List<(TextUnit Unit, bool IsParted)> units, int at, ref int steps)
    {
        var (node, longest) = (_root, (Needle: -1, Length: 0));
        for (var i = at; i < units.Count && steps > 0; i++)
        {
            steps--;
            var (unit, isParted) = units[i];
            var parts = PartsPair(i > at ? units[i - 1].Unit.Kind : null, unit.Kind, isParted);
            if (node.Find(folded.Slice(unit.Start, unit.Length), parts) is not { } next)
            {
                break;
            }
            node = next;
            longest = node.Needle >= 0 ? (node.Needle, i - at + 1) : longest;
        }
        return longest;
    }

    // The index sees a break only between two ideographs, where it parts the pair.
    private static bool PartsPair(TextUnitKind? before, TextUnitKind kind, bool isParted) =>
        isParted && before == TextUnitKind.Ideograph && kind == TextUnitKind.Ideograph;

    private void End(Node node)
    {
        if (node != _root && node.Needle < 0)
        {
            node.Needle = Count++;
        }
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _next = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Node> _nextBehindBreak = new(StringComparer.Ordinal);

        /// <summary>Number of the needle that ends here; less than nought when none does.</summary>
        public int Needle { get; set; } = -1;

        public Node Child(string text, bool isParted)
        {
            var children = isParted ? _nextBehindBreak : _next;
            return children.TryGetValue(text, out var known) ? known : children[text] = new Node();
        }

        public Node? Find(ReadOnlySpan<char> text, bool isParted)
        {
            var children = isParted ? _nextBehindBreak : _next;
            return children.Count > 0 && children.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var child) ? child : null;
        }
    }
}
