using System.Collections.Immutable;
using AgencyCMS.Search.Engine.Storage;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace AgencyCMS.Search.Engine.Results;

/// <summary>Counts matches by entry, agency, genre and year from doc values, segment by segment.</summary>
internal sealed class FacetCounter
{
    private readonly Dictionary<string, int> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _genres = new(StringComparer.Ordinal);
    private readonly RunCounter _agencies = new();
    private readonly RunCounter _years = new();

    private SortedSetDocValues? _entryValues;
    private SortedDocValues? _genreValues;
    private NumericDocValues? _dayValues;
    private int[] _entryCounts = [];
    private int[] _genreCounts = [];

    public ImmutableArray<EntryCount> Entries =>
        [.. Finished(_entries).Select(pair => EntryCount.Of(pair.Key, pair.Value)).OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Code, StringComparer.Ordinal)];

    public ImmutableArray<FacetCount<int>> Agencies => MostFirst(_agencies.Counts, Comparer<int>.Default);

    public ImmutableArray<FacetCount<string>> Genres => MostFirst(Finished(_genres), StringComparer.Ordinal);

    public ImmutableArray<FacetCount<int>> Years =>
        [.. _years.Counts.Select(pair => new FacetCount<int>(pair.Key, pair.Value)).OrderByDescending(year => year.Value)];

    public void SetNextReader(AtomicReader reader)
    {
        FinishSegment();
        _entryValues = reader.GetSortedSetDocValues(IndexFields.Entry);
        _genreValues = reader.GetSortedDocValues(IndexFields.Genre);
        _dayValues = reader.GetNumericDocValues(IndexFields.PublishedOn);
        _entryCounts = new int[_entryValues?.ValueCount ?? 0];
        _genreCounts = new int[_genreValues?.ValueCount ?? 0];
    }

    public void Count(int doc, int tenantId)
    {
        _agencies.Add(tenantId);
        if (_dayValues is not null)
        {
            _years.Add((int)(_dayValues.Get(doc) / 10_000));
        }
        if (_genreValues is not null && _genreValues.GetOrd(doc) is >= 0 and var genre)
        {
            _genreCounts[genre]++;
        }
        if (_entryValues is not null)
        {
            _entryValues.SetDocument(doc);
            for (var ord = _entryValues.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = _entryValues.NextOrd())
            {
                _entryCounts[ord]++;
            }
        }
    }

    private Dictionary<string, int> Finished(Dictionary<string, int> counts)
    {
        FinishSegment();
        return counts;
    }

    private void FinishSegment()
    {
        var value = new BytesRef();
        for (var ord = 0; ord < _entryCounts.Length; ord++)
        {
            if (_entryCounts[ord] > 0)
            {
                _entryValues!.LookupOrd(ord, value); // counts exist only where values do
                Add(_entries, value.Utf8ToString(), _entryCounts[ord]);
            }
        }
        for (var ord = 0; ord < _genreCounts.Length; ord++)
        {
            if (_genreCounts[ord] > 0)
            {
                _genreValues!.LookupOrd(ord, value); // as above
                Add(_genres, value.Utf8ToString(), _genreCounts[ord]);
            }
        }
        _entryCounts = [];
        _genreCounts = [];
    }

    private static void Add<T>(Dictionary<T, int> counts, T value, int count)
        where T : notnull => counts[value] = counts.GetValueOrDefault(value) + count;

    private static ImmutableArray<FacetCount<T>> MostFirst<T>(Dictionary<T, int> counts, IComparer<T> order)
        where T : notnull =>
        [.. counts.Select(pair => new FacetCount<T>(pair.Key, pair.Value)).OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, order)];
}
