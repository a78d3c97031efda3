using System.Runtime.InteropServices;
using AgencyCMS.Search.Engine.Storage;

namespace AgencyCMS.Search.Engine.Results;

/// <summary>Counts the values of a column over the matches of all segments.</summary>
internal sealed class ColumnCounter<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _counts = [];
    private Column<T>? _column;
    private int[] _inSegment = [];

    /// <summary>Each value with how often it came.</summary>
    public Dictionary<T, int> Counts
    {
        get
        {
            EndSegment();
            return _counts;
        }
    }

    public void SetNextSegment(Column<T> column)
    {
        EndSegment();
        _column = column;
        _inSegment = new int[column.Values.Length + 1]; // the last place is for documents without a value
    }

    public void Add(int doc) => _inSegment[_column!.PlaceOf(doc)]++; // nothing is added before the first segment

    private void EndSegment()
    {
        for (var place = 0; place < _inSegment.Length - 1; place++)
        {
            if (_inSegment[place] > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, _column!.Values[place], out _) += _inSegment[place]; // as above
            }
        }
        _inSegment = [];
    }
}
