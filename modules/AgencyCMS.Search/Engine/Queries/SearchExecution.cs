using System.Globalization;
using AgencyCMS.Search.Engine.Results;
using AgencyCMS.Search.Engine.Storage;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>Carries out one search on one state of an index.</summary>
internal static class SearchExecution
{
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public static SearchResult Run(IndexSearcher searcher, SearchRequest request, CancellationToken cancellationToken)
    {
        var parsed = QueryTextParser.Parse(request.Text);
        var size = Math.Clamp(request.PageSize, 1, SearchRequest.MaxPageSize);
        var page = Math.Clamp(request.Page, 1, SearchRequest.MaxDepth / size);

        var collector = Collect(searcher, TextQueries.Exact(parsed), request, page * size, cancellationToken);
        var isLoose = false;
        if (collector.Total == 0 && TextQueries.Loose(parsed) is { } loose)
        {
            collector = Collect(searcher, loose, request, page * size, cancellationToken);
            isLoose = collector.Total > 0;
        }

        var highlighter = new Highlighter(parsed, isLoose);
        var shown = collector.TakeBest().Skip((page - 1) * size).TakeWhile(_ => IsWaitedFor(cancellationToken));
        return new SearchResult
        {
            Hits = [.. shown.Select(ranked => Read(searcher, ranked, highlighter))],
            Total = collector.Total,
            Page = page,
            PageSize = size,
            LastPage = Math.Clamp((collector.Total + size - 1) / size, 1, SearchRequest.MaxDepth / size),
            Entries = collector.Facets.Entries,
            Agencies = collector.Facets.Agencies,
            Genres = collector.Facets.Genres,
            Years = collector.Facets.Years,
            IsLoose = isLoose,
            IsQueryCut = parsed.IsCut || (isLoose && TextQueries.IsLooseCut(parsed)),
        };
    }

    private static HitCollector Collect(IndexSearcher searcher, Query query, SearchRequest request, int keep, CancellationToken cancellationToken)
    {
        var collector = new HitCollector(request, keep);
        var permitted = new WatchedFilter(DocumentFilters.Permitted(request.Audience), cancellationToken);
        searcher.Search(new FilteredQuery(DocumentFilters.Narrow(query, request), permitted, WatchedFilter.ForAllParts), collector);
        return collector;
    }

    private static bool IsWaitedFor(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return true;
    }

    private static SearchHit Read(IndexSearcher searcher, RankedDocument ranked, Highlighter highlighter)
    {
        var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(ranked.Document, searcher.IndexReader.Leaves)];
        var doc = ranked.Document - leaf.DocBase;
        var identity = new Lucene.Net.Util.BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(IndexFields.Identity).Get(doc, identity);
        var (itemId, versionId) = DocumentMapping.ReadIdentity(identity);
        var stored = searcher.Doc(ranked.Document);
        return new SearchHit
        {
            TenantId = SegmentColumns.Of(leaf.AtomicReader).Tenants.Of(doc),
            ItemId = itemId,
            VersionId = versionId,
            Path = stored.Get(IndexFields.Path, CultureInfo.InvariantCulture),
            Title = highlighter.Mark(stored.Get(IndexFields.Title, CultureInfo.InvariantCulture)),
            Snippet = highlighter.Cut(stored.Get(IndexFields.Body, CultureInfo.InvariantCulture)),
            AgencyTitle = stored.Get(IndexFields.Agency, CultureInfo.InvariantCulture),
            EntryPath = [.. stored.GetValues(IndexFields.Entry, CultureInfo.InvariantCulture)],
            IndexNumber = stored.Get(IndexFields.IndexNumber, CultureInfo.InvariantCulture),
            DocumentNumber = stored.Get(IndexFields.DocumentNumber, CultureInfo.InvariantCulture),
            Genre = stored.Get(IndexFields.Genre, CultureInfo.InvariantCulture),
            PublishedAt = DateTimeOffset.FromUnixTimeMilliseconds(ranked.PublishedAt),
            PublishedOn = DayNumber.ToDate((int)leaf.AtomicReader.GetNumericDocValues(IndexFields.PublishedOn).Get(doc)),
            FormedOn = FormedOn(stored),
        };
    }

    private static DateOnly? FormedOn(Document stored) =>
        stored.GetField(IndexFields.FormedOn)?.GetInt32Value() is { } day ? DateOnly.FromDayNumber(day) : null;
}
