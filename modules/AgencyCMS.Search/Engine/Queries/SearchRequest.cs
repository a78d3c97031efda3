namespace AgencyCMS.Search.Engine.Queries;

internal enum SearchOrder
{
    Relevance,

    /// <summary>Newest first.</summary>
    Date,
}

/// <summary>One search. Audience and tenants have no default: nobody searches without saying for whom and where.</summary>
internal sealed record SearchRequest
{
    public const int MaxPageSize = 50;

    /// <summary>Pages beyond this many hits are empty; a reader narrows instead of leafing on.</summary>
    public const int MaxDepth = 1000;

    public required SearchAudience Audience { get; init; }

    public required TenantScope Tenants { get; init; }

    /// <summary>The instant by which freshness is judged.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>As typed; any string is allowed. Blank finds everything.</summary>
    public string? Text { get; init; }

    /// <summary>Code of a catalogue entry; what lies under its sub-entries is found too.</summary>
    public string? Entry { get; init; }

    public int? Agency { get; init; }

    public string? Genre { get; init; }

    /// <summary>First day of publication.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of publication.</summary>
    public DateOnly? To { get; init; }

    public SearchOrder Order { get; init; }

    /// <summary>From 1; what is less is taken as 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>1 to <see cref="MaxPageSize"/>; what is outside is taken as the nearest of these.</summary>
    public int PageSize { get; init; } = 20;
}
