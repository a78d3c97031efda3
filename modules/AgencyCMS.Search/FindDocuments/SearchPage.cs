using System.Collections.Immutable;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Search.FindDocuments;

/// <summary>What the search page shows.</summary>
internal sealed record SearchPage
{
    public required SearchForm Form { get; init; }

    public required bool IsCounty { get; init; }

    /// <summary>Every agency that can be chosen: name in the address and title. Empty on an agency's own site.</summary>
    public ImmutableArray<(string Name, string Title)> Agencies { get; init; } = [];

    /// <summary>How many filters are set.</summary>
    public int Filters => Form.With("q", null).Keys.Count(name => name != "sort");

    /// <summary>Null when nothing was asked for, or the search could not be made.</summary>
    public FoundPage? Found { get; init; }

    /// <summary>What of the address could not be used as it stands.</summary>
    public ImmutableArray<Problem> Wrong { get; init; } = [];

    /// <summary>Why the search could not be made.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];
}
