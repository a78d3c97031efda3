using Lucene.Net.Index;
using Lucene.Net.Search;
using static AgencyCMS.Search.Engine.Storage.IndexFields;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>Turns a parsed query into the Lucene query that finds and ranks. Who may see what is not its concern.</summary>
internal static class TextQueries
{
    private const float NumberBoost = 40;
    private const float NumberStartBoost = 15;
    private const int MinNumberStartChars = 4;
    private const double LooseShare = 0.6;

    /// <summary>A loose search goes through the documents of every piece; what is typed beyond these is not looked for.</summary>
    private const int MaxLoosePieces = 48;

    /// <summary>How much of a title hit's worth the same text adds when it is found in other fields too.</summary>
    private const float OtherFieldShare = 0.1f;

    // The best first.
    private static readonly (string Field, float Boost)[] Fields =
        [(Title, 8), (NumberWords, 5), (Subject, 2), (Body, 1)];

    // Whatever a number says is in words elsewhere, and a loose search reads the postings of many words.
    private static readonly (string Field, float Boost)[] LooseFields = [.. Fields.Where(field => field.Field is Title or Body)];

    /// <summary>All terms, each as one piece, anywhere in the document; or the whole as a document or index number.</summary>
    public static Query Exact(ParsedQuery parsed)
    {
        if (parsed.IsBlank)
        {
            return new MatchAllDocsQuery();
        }
        var either = new BooleanQuery(disableCoord: true);
        if (parsed.Terms.Length > 0)
        {
            either.Add(AllOf(parsed), Occur.SHOULD);
        }
        AddNumber(either, parsed.Number);
        return either;
    }

    /// <summary>
    /// For when nothing matches exactly: of all unquoted terms' pairs and words, most must be found, wherever they stand.
    /// </summary>
    /// <returns>Null where that could find no more than <see cref="Exact"/> did.</returns>
    public static Query? Loose(ParsedQuery parsed)
    {
        var tokens = LooseTokens(parsed).ToList();
        if (tokens.Count < 2)
        {
            return null;
        }
        var most = new LooseQuery([.. tokens.Select(PieceOf)], (int)Math.Ceiling(tokens.Count * LooseShare));
        var all = new BooleanQuery(disableCoord: true) { { most, Occur.MUST } };
        foreach (var term in parsed.Terms.Where(term => term.IsQuoted))
        {
            all.Add(InAnyField(field => Phrase(field, term)), Occur.MUST);
        }
        return all;
    }

    /// <summary>The pairs and words that a loose search looks for.</summary>
    public static IEnumerable<PhraseToken> LooseTokens(ParsedQuery parsed) => AllLooseTokens(parsed).Take(MaxLoosePieces);

    /// <summary>More was asked than a loose search looks for.</summary>
    public static bool IsLooseCut(ParsedQuery parsed) => AllLooseTokens(parsed).Skip(MaxLoosePieces).Any();

    private static IEnumerable<PhraseToken> AllLooseTokens(ParsedQuery parsed) => parsed.Terms.Where(term => !term.IsQuoted).SelectMany(PhraseToken.Of)
        .Where(token => token is { IsPlace: false, IsPrefix: false }).Distinct();

    private static BooleanQuery AllOf(ParsedQuery parsed)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (var term in parsed.Terms)
        {
            var found = InAnyField(field => Phrase(field, term));
            // Beside other terms an agency's name narrows; alone it would bring up all that the agency ever published.
            if (parsed.Terms.Length > 1)
            {
                var agency = Phrase(Agency, term);
                agency.Boost = 0.5f;
                found.Add(agency);
            }
            all.Add(WithNumber(found, term.Number), Occur.MUST);
        }
        return all;
    }

    private static Query WithNumber(Query found, string number)
    {
        var either = new BooleanQuery(disableCoord: true) { { found, Occur.SHOULD } };
        AddNumber(either, number);
        return either;
    }

    private static void AddNumber(BooleanQuery either, string number)
    {
        if (!number.Any(char.IsDigit))
        {
            return;
        }
        either.Add(new ConstantScoreQuery(new TermQuery(new Term(Number, number))) { Boost = NumberBoost }, Occur.SHOULD);
        if (number.Length >= MinNumberStartChars)
        {
            either.Add(new PrefixQuery(new Term(Number, number)) { Boost = NumberStartBoost }, Occur.SHOULD);
        }
    }

    private static LoosePiece PieceOf(PhraseToken token) =>
        new([.. (token.Text.Any(char.IsDigit) ? Fields : LooseFields).Select(field => (new Term(field.Field, token.Text), field.Boost))]);

    private static DisjunctionMaxQuery InAnyField(Func<string, Query> inField)
    {
        var any = new DisjunctionMaxQuery(OtherFieldShare);
        foreach (var (field, boost) in Fields)
        {
            var query = inField(field);
            query.Boost = boost;
            any.Add(query);
        }
        return any;
    }

    private static Query Phrase(string field, SearchTerm term)
    {
        var tokens = PhraseToken.Of(term);
        if (tokens.Count == 1)
        {
            return Single(field, tokens[0]);
        }
        var phrase = new PhraseQuery();
        tokens.ForEach(token => phrase.Add(new Term(field, token.Text)));
        return phrase;
    }

    private static Query Single(string field, PhraseToken token)
    {
        var term = new Term(field, token.Text);
        return token.IsPrefix ? new PrefixQuery(term) : new TermQuery(term);
    }
}
