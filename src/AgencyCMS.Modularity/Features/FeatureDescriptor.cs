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
    public bool IsTheme { get; init; }
    public bool IsAdminTheme { get; init; }
}
