using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AgencyCMS.Search.Engine.Storage;

namespace AgencyCMS.Search.Engine.Results;

/// <summary>Counts matches by entry, agency, genre and year.</summary>
internal sealed class FacetCounter
{
    private readonly ColumnCounter<int> _agencies = new();
    private readonly ColumnCounter<int> _years = new();
    private readonly ColumnCounter<string> _genres = new();
    private readonly ColumnCounter<string> _entryPaths = new();

    /// <summary>Every entry that a match stands under, at any depth.</summary>
    public ImmutableArray<EntryCount> Entries
    {
        get
        {
            var counts = new Dictionary<(string Code, string? Parent), int>();
            foreach (var (path, count) in _entryPaths.Counts)
            {
                string? parent = null;
                foreach (var code in EntryCount.CodesOf(path))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, (code, parent), out _) += count;
                    parent = code;
                }
            }
            return
            [
                .. counts.Select(entry => new EntryCount(entry.Key.Code, entry.Key.Parent, entry.Value))
                    .OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Code, StringComparer.Ordinal),
            ];
        }
    }

    public ImmutableArray<FacetCount<int>> Agencies => MostFirst(_agencies.Counts, Comparer<int>.Default);

    public ImmutableArray<FacetCount<string>> Genres => MostFirst(_genres.Counts, StringComparer.Ordinal);

    public ImmutableArray<FacetCount<int>> Years =>
        [.. _years.Counts.Select(pair => new FacetCount<int>(pair.Key, pair.Value)).OrderByDescending(year => year.Value)];

    public void SetNextSegment(SegmentColumns columns)
    {
        _agencies.SetNextSegment(columns.Tenants);
        _years.SetNextSegment(columns.Years);
        _genres.SetNextSegment(columns.Genres);
        _entryPaths.SetNextSegment(columns.EntryPaths);
    }

    public void Count(int doc)
    {
        _agencies.Add(doc);
        _years.Add(doc);
        _genres.Add(doc);
        _entryPaths.Add(doc);
    }

    private static ImmutableArray<FacetCount<T>> MostFirst<T>(Dictionary<T, int> counts, IComparer<T> order)
        where T : notnull =>
        [.. counts.Select(pair => new FacetCount<T>(pair.Key, pair.Value)).OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, order)];
}
