using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Storage;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace AgencyCMS.Search.Engine.Results;

/// <summary>
/// Goes once over all matches: leaves out tenants that are out of scope, counts, keeps the best, and hands each to the
/// facet counter.
/// </summary>
internal sealed class HitCollector(SearchRequest request, int keep) : ICollector
{
    private const double FreshnessWeight = 0.15;
    private const double FreshnessHalfLifeMs = 365.0 * 24 * 60 * 60 * 1000;

    private readonly PriorityQueue<RankedDocument, RankedDocument> _best = new(keep + 1);
    private readonly long _now = request.AsOf.ToUnixTimeMilliseconds();
    private Scorer? _scorer;
    private SegmentColumns? _columns;
    private bool[] _isInScope = [];
    private int _docBase;

    public FacetCounter Facets { get; } = new();

    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        _docBase = context.DocBase;
        _columns = SegmentColumns.Of(context.AtomicReader);
        _isInScope = Array.ConvertAll(_columns.Tenants.Values, request.Tenants.Contains);
        Facets.SetNextSegment(_columns);
    }

    public void Collect(int doc)
    {
        if (_columns is null || !_isInScope[_columns.Tenants.PlaceOf(doc)])
        {
            return;
        }
        Total++;
        Facets.Count(doc);
        var score = request.Order == SearchOrder.Date || _scorer is null ? 0 : _scorer.GetScore();
        // Most matches cannot come among the best, however new they are.
        if (_best.Count == keep && (float)(score * (1 + FreshnessWeight)) < _best.Peek().Score)
        {
            return;
        }
        var published = _columns.PublishedAt[doc];
        var ranked = new RankedDocument(_docBase + doc, Refreshed(score, published), published);
        if (_best.Count < keep)
        {
            _best.Enqueue(ranked, ranked);
        }
        else if (ranked.CompareTo(_best.Peek()) > 0)
        {
            _best.EnqueueDequeue(ranked, ranked);
        }
    }

    /// <summary>Empties the collector.</summary>
    /// <returns>At most the number to keep, best first.</returns>
    public List<RankedDocument> TakeBest()
    {
        var ordered = new List<RankedDocument>(_best.Count);
        while (_best.TryDequeue(out var ranked, out _))
        {
            ordered.Add(ranked);
        }
        ordered.Reverse();
        return ordered;
    }

    private float Refreshed(float score, long published)
    {
        var age = Math.Max(0, _now - published);
        return score == 0 ? 0 : (float)(score * (1 + (FreshnessWeight * Math.Pow(2, -age / FreshnessHalfLifeMs))));
    }
}
