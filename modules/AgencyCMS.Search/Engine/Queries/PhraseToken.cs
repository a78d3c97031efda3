using AgencyCMS.Search.Engine.Text;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>A term as the index holds it, at one position of a phrase.</summary>
/// <param name="Text">Pair of ideographs, single ideograph or word.</param>
/// <param name="IsPrefix">Any term that begins so will do: a single ideograph whose follower in the text is unknown.</param>
/// <param name="IsPlace">A single ideograph before a word or break, or a break; it says where, not what.</param>
internal readonly record struct PhraseToken(string Text, bool IsPrefix, bool IsPlace)
{
    /// <summary>The tokens of a phrase, one a position, as <see cref="ChineseTokenizer"/> would have written it.</summary>
    public static List<PhraseToken> Of(SearchTerm term)
    {
        var tokens = new List<PhraseToken>(term.Units.Length);
        string? pending = null;
        var isRunStart = true;
        foreach (var unit in term.Units)
        {
            if (unit.Kind == TextUnitKind.Ideograph)
            {
                isRunStart = pending is null;
                if (pending is not null)
                {
                    tokens.Add(new PhraseToken(pending + unit.Text, IsPrefix: false, IsPlace: false));
                }
                pending = unit.Text;
                continue;
            }
            if (pending is not null)
            {
                tokens.Add(new PhraseToken(pending, IsPrefix: false, IsPlace: !isRunStart));
                pending = null;
            }
            if (unit.Kind == TextUnitKind.Word)
            {
                tokens.Add(new PhraseToken(unit.Text, IsPrefix: false, IsPlace: false));
            }
            else if (tokens.Count > 0 && tokens[^1].Text != ChineseTokenizer.Break)
            {
                tokens.Add(new PhraseToken(ChineseTokenizer.Break, IsPrefix: false, IsPlace: true));
            }
        }
        // The last of several is already in a pair, and what follows it in the text is not known.
        if (pending is not null && isRunStart)
        {
            tokens.Add(new PhraseToken(pending, IsPrefix: true, IsPlace: false));
        }
        return tokens;
    }
}
