using System.Collections.Immutable;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Search.Engine.Text;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>
/// Reads what a person typed: spaces part terms, quotation marks of any kind hold a phrase together. There is no other
/// syntax, hence no wrong syntax; every string has a meaning.
/// </summary>
internal static class QueryTextParser
{
    /// <summary>Longer than the longest official title; what follows is not looked at.</summary>
    public const int MaxChars = 200;

    public const int MaxTerms = 12;

    public static ParsedQuery Parse(string? text)
    {
        var typed = StorableText.Tidy(text ?? "").AsSpan().Trim();
        var folded = CharacterFolding.Fold(typed[..Math.Min(typed.Length, MaxChars)]);
        var terms = ImmutableArray.CreateBuilder<SearchTerm>();
        var start = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            var end = IsQuote(folded[i]) ? IndexOfClosing(folded, i) : -1;
            if (end < 0)
            {
                continue;
            }
            AddWords(terms, folded.AsSpan(start, i - start));
            AddTerm(terms, folded.AsSpan(i + 1, end - i - 1), isQuoted: true);
            i = end;
            start = end + 1;
        }
        AddWords(terms, folded.AsSpan(start));

        var isCut = typed.Length > MaxChars || terms.Count > MaxTerms;
        return new ParsedQuery([.. terms.Take(MaxTerms)], NumberText.Normalise(folded), typed.IsEmpty, isCut);
    }

    private static void AddWords(ImmutableArray<SearchTerm>.Builder terms, ReadOnlySpan<char> text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || char.IsWhiteSpace(text[i]))
            {
                AddTerm(terms, text[start..i], isQuoted: false);
                start = i + 1;
            }
        }
    }

    private static void AddTerm(ImmutableArray<SearchTerm>.Builder terms, ReadOnlySpan<char> folded, bool isQuoted)
    {
        var units = new List<TermUnit>();
        var position = 0;
        while (TextScanner.TryRead(folded, ref position, out var unit))
        {
            if (unit.Kind != TextUnitKind.Break || units.Count > 0)
            {
                units.Add(new TermUnit(unit.Kind, folded.Slice(unit.Start, unit.Length).ToString()));
            }
        }
        while (units.Count > 0 && units[^1].Kind == TextUnitKind.Break)
        {
            units.RemoveAt(units.Count - 1);
        }
        if (units.Count > 0)
        {
            terms.Add(new SearchTerm([.. units], isQuoted, NumberText.Normalise(folded)));
        }
    }

    // Chinese input methods give “ and ” by turns whichever is meant, so the three double marks are one.
    private static bool IsDouble(char character) => character is '"' or '“' or '”';

    private static bool IsQuote(char character) => IsDouble(character) || character is '「' or '『';

    private static int IndexOfClosing(ReadOnlySpan<char> folded, int opening)
    {
        for (var i = opening + 1; i < folded.Length; i++)
        {
            var closes = folded[opening] switch
            {
                '「' => folded[i] == '」',
                '『' => folded[i] == '』',
                _ => IsDouble(folded[i]),
            };
            if (closes)
            {
                return i;
            }
        }
        return -1;
    }
}
