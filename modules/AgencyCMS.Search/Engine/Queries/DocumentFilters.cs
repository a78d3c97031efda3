using System.Globalization;
using AgencyCMS.Search.Engine.Storage;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>What a document must be, apart from its text: permitted first of all, then what the reader chose.</summary>
internal static class DocumentFilters
{
    // Nearly every search asks for it: kept as a bit for each document for as long as the segment is in use.
    private static readonly BitFilter ForEverybody = new(OfMarks(SearchAudience.Public));

    /// <summary>The documents that the caller may see.</summary>
    public static Filter Permitted(SearchAudience audience) => ReferenceEquals(audience, SearchAudience.Public) ? ForEverybody : OfMarks(audience);

    /// <summary>Of what the query finds, what the reader chose.</summary>
    public static Query Narrow(Query query, SearchRequest request)
    {
        var chosen = new BooleanQuery(disableCoord: true);
        AddTerm(chosen, IndexFields.Entry, request.Entry);
        AddTerm(chosen, IndexFields.Tenant, request.Agency?.ToString(CultureInfo.InvariantCulture));
        AddTerm(chosen, IndexFields.Genre, request.Genre);
        if (request.From is not null || request.To is not null)
        {
            chosen.Add(
                NumericRangeQuery.NewInt32Range(
                    IndexFields.PublishedOn, DayNumber.Of(request.From), DayNumber.Of(request.To), minInclusive: true, maxInclusive: true),
                Occur.MUST);
        }
        return chosen.Clauses.Count == 0
            ? query
            : new BooleanQuery(disableCoord: true) { { query, Occur.MUST }, { new ConstantScoreQuery(chosen) { Boost = 0 }, Occur.MUST } };
    }

    private static QueryWrapperFilter OfMarks(SearchAudience audience)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var mark in audience.Marks)
        {
            any.Add(new TermQuery(new Term(IndexFields.Audience, mark)), Occur.SHOULD);
        }
        return new QueryWrapperFilter(any);
    }

    private static void AddTerm(BooleanQuery all, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            all.Add(new TermQuery(new Term(field, value)), Occur.MUST);
        }
    }

    /// <summary>Of bits, which the matches are compared with; the form that is kept otherwise would be walked beside them.</summary>
    private sealed class BitFilter(Filter filter) : CachingWrapperFilter(filter)
    {
        protected override DocIdSet CacheImpl(DocIdSetIterator iterator, AtomicReader reader)
        {
            var bits = new FixedBitSet(reader.MaxDoc);
            bits.Or(iterator);
            return bits;
        }
    }
}
