using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AgencyCMS.Search.Engine.Results;

namespace AgencyCMS.Search.FindDocuments;

/// <summary>One page of what a search found.</summary>
internal sealed record FoundPage
{
    public required ImmutableArray<FoundRow> Hits { get; init; }

    public required int Total { get; init; }

    /// <summary>How many of them can be leafed through.</summary>
    public required int Reachable { get; init; }

    public required int Page { get; init; }

    public required int PageSize { get; init; }

    /// <summary>The last page that can be leafed to, from 1.</summary>
    [JsonIgnore]
    public int LastPage => Math.Max(1, (Reachable + PageSize - 1) / PageSize);

    /// <summary>Nothing matched as it was typed; these documents hold most of it.</summary>
    public required bool IsLoose { get; init; }

    public required bool IsQueryCut { get; init; }

    /// <summary>The topmost entries, or those directly below the one chosen.</summary>
    public required ImmutableArray<FoundCount> Entries { get; init; }

    /// <summary>Empty on an agency's own site.</summary>
    public required ImmutableArray<FoundCount> Agencies { get; init; }

    public required ImmutableArray<FoundCount> Genres { get; init; }

    public required ImmutableArray<FoundYear> Years { get; init; }
}

/// <summary>A value to narrow by: as it stands in the address, as people read it, and how many documents have it.</summary>
internal sealed record FoundCount(string Value, string Name, int Count);

internal sealed record FoundYear(int Year, int Count);

internal sealed record FoundRow
{
    /// <summary>Null when the publishing agency's site cannot be reached from this one.</summary>
    public required string? Href { get; init; }

    public required ImmutableArray<TextSegment> Title { get; init; }

    public required Snippet Snippet { get; init; }

    public required string Agency { get; init; }

    public required DateOnly PublishedOn { get; init; }

    /// <summary>Name of the catalogue entry.</summary>
    public string? Entry { get; init; }

    public string? IndexNumber { get; init; }

    public string? DocumentNumber { get; init; }

    public string? Genre { get; init; }
}
