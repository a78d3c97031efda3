using System.Collections.Immutable;

namespace AgencyCMS.Modularity.Features;

/// <summary>What is known of one feature: its manifest entry and the module it is part of.</summary>
public sealed record FeatureDescriptor
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required string Category { get; init; }
    public required string ModuleId { get; init; }
    public ImmutableArray<string> Dependencies { get; init; } = [];
    public bool CountyOnly { get; init; }
    public bool IsAlwaysEnabled { get; init; }

    /// <summary>What is gone when it is off, English; empty unless it is a core feature.</summary>
    public string WithoutIt { get; init; } = "";

    /// <summary>True for a feature that only the county office switches.</summary>
    public bool IsCore => WithoutIt.Length > 0;

    public bool IsTheme { get; init; }
    public bool IsAdminTheme { get; init; }
}
