using System.Collections.Immutable;

namespace AgencyCMS.Search.FindDocuments;

/// <summary>One way to narrow a search: its heading, its name in the address, what is chosen, and what can be.</summary>
internal sealed record SearchCounts(string Heading, string Name, string? Chosen, ImmutableArray<FoundCount> Values, SearchForm Form)
{
    /// <summary>Longer lists are for leafing, not for choosing; agencies are all shown, since one looks for a certain one.</summary>
    private const int MaxShown = 12;

    public bool HasChoice => Values.Length > 1 || !string.IsNullOrWhiteSpace(Chosen);

    public IEnumerable<FoundCount> Shown => Name == "agency" ? Values : Values.Take(MaxShown);
}
