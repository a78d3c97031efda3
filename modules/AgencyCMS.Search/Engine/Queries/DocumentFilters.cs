using AgencyCMS.Search.Engine.Storage;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace AgencyCMS.Search.Engine.Queries;

/// <summary>What a document must be, apart from its text: permitted first of all, then what the reader chose.</summary>
internal static class DocumentFilters
{
    public static Filter Of(SearchRequest request)
    {
        var all = new BooleanQuery(disableCoord: true) { { Permitted(request), Occur.MUST } };
        AddTerm(all, IndexFields.Entry, request.Entry);
        AddTerm(all, IndexFields.Tenant, request.Agency?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        AddTerm(all, IndexFields.Genre, request.Genre);
        if (request.From is not null || request.To is not null)
        {
            all.Add(
                NumericRangeQuery.NewInt32Range(
                    IndexFields.PublishedOn, DayNumber.Of(request.From), DayNumber.Of(request.To), minInclusive: true, maxInclusive: true),
                Occur.MUST);
        }
        return new QueryWrapperFilter(all);
    }

    private static BooleanQuery Permitted(SearchRequest request)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var mark in request.Audience.Marks)
        {
            any.Add(new TermQuery(new Term(IndexFields.Audience, mark)), Occur.SHOULD);
        }
        return any;
    }

    private static void AddTerm(BooleanQuery all, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            all.Add(new TermQuery(new Term(field, value)), Occur.MUST);
        }
    }
}
