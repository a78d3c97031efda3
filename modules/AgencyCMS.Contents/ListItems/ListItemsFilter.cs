namespace AgencyCMS.Contents.ListItems;

/// <summary>What the address of the list asks for.</summary>
internal sealed record ListItemsFilter
{
    /// <summary>Technical name of a type; empty for all.</summary>
    public string? Type { get; init; }

    /// <summary>Null for all.</summary>
    public ItemStateFilter? State { get; init; }

    /// <summary>True for what this person has begun or saved last.</summary>
    public bool Mine { get; init; }

    /// <summary>Part of the title.</summary>
    public string? Q { get; init; }

    /// <summary>Column, with a minus for descending.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>States by which the list can be narrowed.</summary>
internal enum ItemStateFilter
{
    /// <summary>Never public, or newer than what is public.</summary>
    Draft,
    Published,
    Withdrawn,
    Scheduled,
}
