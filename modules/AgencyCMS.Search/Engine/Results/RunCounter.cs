using System.Runtime.InteropServices;

namespace AgencyCMS.Search.Engine.Results;

/// <summary>Counts numbers of which many equal ones come one after another, as agencies and years do in an index: it looks up only where a run ends.</summary>
internal sealed class RunCounter
{
    private readonly Dictionary<int, int> _counts = [];
    private int _value;
    private int _run;

    /// <summary>Each number with how often it came.</summary>
    public Dictionary<int, int> Counts
    {
        get
        {
            EndRun();
            return _counts;
        }
    }

    public void Add(int value)
    {
        if (value != _value)
        {
            EndRun();
            _value = value;
        }
        _run++;
    }

    private void EndRun()
    {
        if (_run > 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, _value, out _) += _run;
            _run = 0;
        }
    }
}
