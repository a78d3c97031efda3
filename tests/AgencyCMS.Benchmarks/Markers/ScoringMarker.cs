using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Storage;
using AgencyCMS.Search.Engine.Text;
using Lucene.Net.Search.Highlight;

namespace AgencyCMS.Benchmarks.Markers;

/// <summary>Lucene's <c>Highlighter</c>: analyses each text again and asks which of its terms stand where the query wants them.</summary>
internal sealed class ScoringMarker(IReadOnlyList<string> texts) : IMarker
{
    private const int PassageChars = 160;
    private readonly ChineseAnalyzer _analyzer = new();

    public string MarkFirst(ParsedQuery query) => Cut(query, texts[0], _ => new NullFragmenter()) ?? texts[0];

    public void Cut(ParsedQuery query, int text) => Cut(query, texts[text], scorer => new SimpleSpanFragmenter(scorer, PassageChars));

    public void Dispose() => _analyzer.Dispose();

    private string? Cut(ParsedQuery query, string text, Func<QueryScorer, IFragmenter> fragmenter)
    {
        var scorer = new QueryScorer(TextQueries.Exact(query), IndexFields.Body);
        var highlighter = new Lucene.Net.Search.Highlight.Highlighter(new SimpleHTMLFormatter("[", "]"), scorer)
        {
            TextFragmenter = fragmenter(scorer),
            MaxDocCharsToAnalyze = text.Length,
        };
        return highlighter.GetBestFragment(_analyzer, IndexFields.Body, text);
    }
}
