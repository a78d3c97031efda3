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

    /// <summary>For all texts of one search together. Beyond it nothing is marked, and a passage is the beginning.</summary>
    private const int MaxSteps = 4_000_000;

    private readonly NeedleTree _needles = new();
    private int _stepsLeft = MaxSteps;

    /// <param name="query">What was asked.</param>
    /// <param name="isLoose">Mark the single pairs and words, as <see cref="TextQueries.Loose"/> finds them.</param>
    public Highlighter(ParsedQuery query, bool isLoose)
    {
        foreach (var term in query.Terms.Where(term => !isLoose || term.IsQuoted))
        {
            _needles.Add(term.Units);
        }
        foreach (var token in isLoose ? TextQueries.LooseTokens(query) : [])
        {
            _needles.Add(token.Text);
        }
    }

    public ImmutableArray<TextSegment> Mark(string text) => Segments(text, 0, text.Length, Find(text));

    public Snippet Cut(string body)
    {
        var matches = Find(body);
        var start = StartOfBestPassage(matches);
        start = start <= LeadChars ? 0 : AvoidHalf(body, StartOfSentence(body, start - LeadChars, start));
        var end = AvoidHalf(body, Math.Min(body.Length, start + SnippetChars));
        return new Snippet(Segments(body, start, end, matches), start > 0, end < body.Length);
    }

    /// <summary>Matches in the order of the text, none overlapping another.</summary>
    private List<(int Start, int End, int Needle)> Find(string text)
    {
        var matches = new List<(int Start, int End, int Needle)>();
        if (_needles.Count == 0 || _stepsLeft == 0)
        {
            return matches;
        }
        var folded = CharacterFolding.Fold(text.AsSpan(0, Math.Min(text.Length, MaxScannedChars)));
        var units = UnitsOf(folded);
        for (var i = 0; i < units.Count; i++)
        {
            var (needle, length) = _needles.LongestAt(folded, units, i, ref _stepsLeft);
            if (length > 0)
            {
                matches.Add((units[i].Unit.Start, units[i + length - 1].Unit.End, needle));
                i += length - 1;
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

    /// <summary>The match from which a passage shows the most different terms, then the most matches. A window goes over the matches once.</summary>
    private int StartOfBestPassage(List<(int Start, int End, int Needle)> matches)
    {
        var inside = new int[_needles.Count];
        var (best, bestTerms, bestMatches) = (0, 0, 0);
        for (int first = 0, behind = 0, terms = 0; first < matches.Count; first++)
        {
            var limit = matches[first].Start + SnippetChars - LeadChars;
            for (; behind < matches.Count && matches[behind].End <= limit; behind++)
            {
                terms += inside[matches[behind].Needle]++ == 0 ? 1 : 0;
            }
            if (terms > bestTerms || (terms == bestTerms && behind - first > bestMatches))
            {
                (best, bestTerms, bestMatches) = (matches[first].Start, terms, behind - first);
            }
            if (behind == first)
            {
                // Longer than a passage: it is in no window.
                behind++;
                continue;
            }
            terms -= --inside[matches[first].Needle] == 0 ? 1 : 0;
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
