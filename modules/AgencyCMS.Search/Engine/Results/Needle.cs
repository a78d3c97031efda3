using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Text;

namespace AgencyCMS.Search.Engine.Results;

/// <summary>What the highlighter looks for: units in a row.</summary>
/// <param name="Pieces">Folded text of each unit, whether it is an ideograph, and whether a break stands before it.</param>
internal sealed record Needle((string Text, bool IsIdeograph, bool IsParted)[] Pieces)
{
    public static Needle Of(IEnumerable<TermUnit> units)
    {
        var pieces = new List<(string Text, bool IsIdeograph, bool IsParted)>();
        var isParted = false;
        foreach (var unit in units)
        {
            if (unit.Kind != TextUnitKind.Break)
            {
                pieces.Add((unit.Text, unit.Kind == TextUnitKind.Ideograph, isParted));
            }
            isParted = unit.Kind == TextUnitKind.Break;
        }
        return new Needle([.. pieces]);
    }

    /// <param name="token">A word, or one or two ideographs.</param>
    public static Needle Of(string token)
    {
        var runes = token.EnumerateRunes().ToList();
        return TextScanner.IsIdeograph(runes[0])
            ? new Needle([.. runes.Select(rune => (rune.ToString(), true, false))])
            : new Needle([(token, false, false)]);
    }

    public bool StandsAt(ReadOnlySpan<char> folded, List<(TextUnit Unit, bool IsParted)> units, int at)
    {
        if (at + Pieces.Length > units.Count)
        {
            return false;
        }
        for (var i = 0; i < Pieces.Length; i++)
        {
            var (unit, isParted) = units[at + i];
            var (text, isIdeograph, wantsParted) = Pieces[i];
            // The index sees a break only between two ideographs, where it parts the pair.
            var mustAgree = i > 0 && isIdeograph && Pieces[i - 1].IsIdeograph;
            if (!folded.Slice(unit.Start, unit.Length).SequenceEqual(text) || (mustAgree && isParted != wantsParted))
            {
                return false;
            }
        }
        return true;
    }
}
