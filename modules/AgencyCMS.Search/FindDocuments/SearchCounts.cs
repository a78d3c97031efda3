using System.Collections.Immutable;

namespace AgencyCMS.Search.FindDocuments;

/// <summary>One way to narrow a search: its heading, its name in the address, what is chosen, and what can be.</summary>
internal sealed record SearchCounts(string Heading, string Name, string? Chosen, ImmutableArray<FoundCount> Values, SearchForm Form)
{
    /// <summary>Longer lists are for leafing, not for choosing.</summary>
    private const int MaxShown = 12;

    public bool HasChoice => Values.Length > 1 || !string.IsNullOrWhiteSpace(Chosen);

    public IEnumerable<FoundCount> Shown => Values.Take(MaxShown);
}
