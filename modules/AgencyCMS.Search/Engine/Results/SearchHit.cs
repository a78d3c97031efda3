using System.Collections.Immutable;

namespace AgencyCMS.Search.Engine.Results;

/// <summary>A piece of text, marked where it answers the query. Plain text: the page that shows it encodes it.</summary>
internal readonly record struct TextSegment(string Text, bool IsMatch);

/// <summary>A passage of the body around the matches.</summary>
/// <param name="Segments">Joined they are the passage.</param>
/// <param name="StartsInside">Text was left out before it.</param>
/// <param name="EndsInside">Text was left out after it.</param>
internal sealed record Snippet(ImmutableArray<TextSegment> Segments, bool StartsInside, bool EndsInside);

internal sealed record SearchHit
{
    public required int TenantId { get; init; }

    public required string ItemId { get; init; }

    public required string VersionId { get; init; }

    /// <summary>Address below the tenant, without a slash at either end.</summary>
    public required string Path { get; init; }

    public required ImmutableArray<TextSegment> Title { get; init; }

    public required Snippet Snippet { get; init; }

    public required string AgencyTitle { get; init; }

    public required ImmutableArray<string> EntryPath { get; init; }

    public string? IndexNumber { get; init; }

    public string? DocumentNumber { get; init; }

    public string? Genre { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateOnly PublishedOn { get; init; }

    public DateOnly? FormedOn { get; init; }
}
