using System.Collections.Immutable;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Search.FindDocuments;

/// <summary>What the search page shows.</summary>
internal sealed record SearchPage
{
    public required SearchForm Form { get; init; }

    public required bool IsCounty { get; init; }

    /// <summary>Null when nothing was asked for, or the search could not be made.</summary>
    public FoundPage? Found { get; init; }

    public ImmutableArray<Problem> Problems { get; init; } = [];
}
