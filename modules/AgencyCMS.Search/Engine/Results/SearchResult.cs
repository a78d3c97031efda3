using System.Collections.Immutable;

namespace AgencyCMS.Search.Engine.Results;

/// <summary>How many of the matching documents have a value. Counts of nought are never listed.</summary>
internal readonly record struct FacetCount<T>(T Value, int Count);

/// <summary>One page of hits, and the counts over all of them.</summary>
internal sealed record SearchResult
{
    public required ImmutableArray<SearchHit> Hits { get; init; }

    /// <summary>All matches, not just this page's; exact.</summary>
    public required int Total { get; init; }

    public required int Page { get; init; }

    public required int PageSize { get; init; }

    /// <summary>The last page that can be shown, at least 1; fewer than the total asks for when the total is beyond the depth.</summary>
    public required int LastPage { get; init; }

    /// <summary>An item counts for its entry and all above it. Most frequent first.</summary>
    public required ImmutableArray<EntryCount> Entries { get; init; }

    /// <summary>By tenant id. Most frequent first.</summary>
    public required ImmutableArray<FacetCount<int>> Agencies { get; init; }

    public required ImmutableArray<FacetCount<string>> Genres { get; init; }

    /// <summary>By year of publication, latest first.</summary>
    public required ImmutableArray<FacetCount<int>> Years { get; init; }

    /// <summary>Nothing matched exactly; these documents contain most of what was asked, apart from each other.</summary>
    public required bool IsLoose { get; init; }

    /// <summary>More was typed than was looked at.</summary>
    public required bool IsQueryCut { get; init; }
}
