namespace AgencyCMS.Search.Contracts;

/// <summary>How far one index agrees with a tenant's store.</summary>
public sealed record SearchFinding
{
    /// <summary><c>tenant</c> or <c>county</c>.</summary>
    public required string Index { get; init; }

    /// <summary>Number of items that the index should hold.</summary>
    public required int Expected { get; init; }

    /// <summary>Changes that the index has yet to apply; items they are about are not compared.</summary>
    public required int Pending { get; init; }

    /// <summary>Why the index cannot be used, English; null when it can.</summary>
    public string? Damage { get; init; }

    /// <summary>Ids of public items that the index lacks.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Ids of items in the index that are not public.</summary>
    public IReadOnlyList<string> Superfluous { get; init; } = [];

    /// <summary>Ids of items that the index holds in another version than the public one.</summary>
    public IReadOnlyList<string> Outdated { get; init; } = [];

    public bool IsSound => Damage is null && Missing.Count == 0 && Superfluous.Count == 0 && Outdated.Count == 0;
}
