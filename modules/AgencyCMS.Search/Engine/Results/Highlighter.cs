using System.Collections.Immutable;
using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Text;

namespace AgencyCMS.Search.Engine.Results;

/// <summary>
/// Finds in a stored text what made it match, and cuts a passage. It compares units, as the index does, so matches
/// across width, case and brackets are marked, and the marked text stays as it was written.
/// </summary>
internal sealed class Highlighter
{
    private const int SnippetChars = 160;
    private const int LeadChars = 40;

    /// <summary>A match further down in a very long text is not looked for; its passage is the beginning.</summary>
    private const int MaxScannedChars = 100_000;

    private readonly List<Needle> _needles;

    /// <param name="isLoose">Mark the single pairs and words, as <see cref="TextQueries.Loose"/> finds them.</param>
    public Highlighter(ParsedQuery query, bool isLoose) =>
        _needles = [.. query.Terms.SelectMany(term => NeedlesOf(term, isLoose))];

    public ImmutableArray<TextSegment> Mark(string text) => Segments(text, 0, text.Length, Find(text));

    public Snippet Cut(string body)
    {
        var matches = Find(body);
        var start = StartOfBestPassage(matches);
        start = start <= LeadChars ? 0 : AvoidHalf(body, StartOfSentence(body, start - LeadChars, start));
        var end = AvoidHalf(body, Math.Min(body.Length, start + SnippetChars));
        return new Snippet(Segments(body, start, end, matches), start > 0, end < body.Length);
    }

    private static IEnumerable<Needle> NeedlesOf(SearchTerm term, bool isLoose)
    {
        if (!isLoose || term.IsQuoted)
        {
            return [Needle.Of(term.Units)];
        }
        return TextQueries.LooseTokens(term).Select(token => Needle.Of(token.Text));
    }

    /// <summary>Matches in the order of the text, none overlapping another.</summary>
    private List<(int Start, int End, int Needle)> Find(string text)
    {
        var matches = new List<(int Start, int End, int Needle)>();
        if (_needles.Count == 0)
        {
            return matches;
        }
        var folded = CharacterFolding.Fold(text.AsSpan(0, Math.Min(text.Length, MaxScannedChars)));
        var units = UnitsOf(folded);
        for (var i = 0; i < units.Count; i++)
        {
            var needle = LongestAt(folded, units, i);
            if (needle >= 0)
            {
                var last = i + _needles[needle].Pieces.Length - 1;
                matches.Add((units[i].Unit.Start, units[last].Unit.End, needle));
                i = last;
            }
        }
        return matches;
    }

    private static List<(TextUnit Unit, bool IsParted)> UnitsOf(ReadOnlySpan<char> folded)
    {
        var units = new List<(TextUnit Unit, bool IsParted)>(folded.Length);
        var position = 0;
        var isParted = false;
        while (TextScanner.TryRead(folded, ref position, out var unit))
        {
            if (unit.Kind != TextUnitKind.Break)
            {
                units.Add((unit, isParted));
            }
            isParted = unit.Kind == TextUnitKind.Break;
        }
        return units;
    }

    private int LongestAt(ReadOnlySpan<char> folded, List<(TextUnit Unit, bool IsParted)> units, int at)
    {
        var longest = -1;
        for (var n = 0; n < _needles.Count; n++)
        {
            var isLonger = longest < 0 || _needles[n].Pieces.Length > _needles[longest].Pieces.Length;
            if (isLonger && _needles[n].StandsAt(folded, units, at))
            {
                longest = n;
            }
        }
        return longest;
    }

    /// <summary>The match from which a passage shows the most different terms, then the most matches.</summary>
    private static int StartOfBestPassage(List<(int Start, int End, int Needle)> matches)
    {
        var (best, bestTerms, bestMatches) = (0, 0, 0);
        for (var i = 0; i < matches.Count; i++)
        {
            var limit = matches[i].Start + SnippetChars - LeadChars;
            var inside = matches.Skip(i).TakeWhile(match => match.End <= limit).ToList();
            var terms = inside.DistinctBy(match => match.Needle).Count();
            if (terms > bestTerms || (terms == bestTerms && inside.Count > bestMatches))
            {
                (best, bestTerms, bestMatches) = (matches[i].Start, terms, inside.Count);
            }
        }
        return best;
    }

    private static int StartOfSentence(string text, int from, int to)
    {
        var end = text.AsSpan(from, to - from).LastIndexOfAny("。！？；\n");
        return end < 0 ? from : from + end + 1;
    }

    private static int AvoidHalf(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) ? index - 1 : index;

    private static ImmutableArray<TextSegment> Segments(string text, int start, int end, List<(int Start, int End, int Needle)> matches)
    {
        var segments = ImmutableArray.CreateBuilder<TextSegment>();
        var position = start;
        foreach (var match in matches)
        {
            var (from, to) = (Math.Max(match.Start, start), Math.Min(match.End, end));
            if (from >= to)
            {
                continue;
            }
            Add(segments, text[position..from], isMatch: false);
            Add(segments, text[from..to], isMatch: true);
            position = to;
        }
        Add(segments, text[position..end], isMatch: false);
        return segments.ToImmutable();
    }

    private static void Add(ImmutableArray<TextSegment>.Builder segments, string text, bool isMatch)
    {
        if (text.Length > 0)
        {
            segments.Add(new TextSegment(text, isMatch));
        }
    }
}
