using System.Text;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>The values of one row while its lines are added.</summary>
internal sealed class CsvRow(char separator)
{
    private readonly StringBuilder _value = new();
    private readonly List<string> _values = [];
    private bool _isQuoted;
    private bool _wasQuoted;

    public IReadOnlyList<string> Values => _values;

    /// <summary>True when something other than a separator follows the end of a quoted value.</summary>
    public bool IsBroken { get; private set; }

    /// <returns>True when the row has ended; false when it is broken, or when a quoted value goes on in the next line.</returns>
    public bool Add(string line)
    {
        for (var i = 0; i < line.Length && !IsBroken; i++)
        {
            if (_isQuoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                _value.Append('"');
                i++;
            }
            else if (_isQuoted && line[i] == '"')
            {
                (_isQuoted, _wasQuoted) = (false, true);
            }
            else if (!_isQuoted && line[i] == separator)
            {
                EndValue();
            }
            else if (!_isQuoted && !_wasQuoted && line[i] == '"' && _value.Length == 0)
            {
                _isQuoted = true;
            }
            else if (_wasQuoted)
            {
                IsBroken = line[i] != ' ';
            }
            else
            {
                _value.Append(line[i]);
            }
        }
        if (_isQuoted)
        {
            _value.Append('\n');
        }
        else if (!IsBroken)
        {
            EndValue();
        }
        return !_isQuoted && !IsBroken;
    }

    private void EndValue()
    {
        _values.Add(_value.ToString());
        _value.Clear();
        _wasQuoted = false;
    }
}
