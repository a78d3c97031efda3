using System.Text;

namespace AgencyCMS.Disclosure.Import.Reading;

/// <summary>
/// Reads comma-separated values as RFC 4180 has them, and as spreadsheets write them: values in quotes may hold line breaks, and the sign between values may
/// also be a semicolon or a tab. Knows the line on which each row begins.
/// </summary>
internal sealed class CsvRows(TextReader reader)
{
    private readonly StringBuilder _value = new();
    private char _separator;
    private int _line;

    /// <returns>Line of the row, from 1, and its values as they stand; null at the end. Empty lines are passed over.</returns>
    public async Task<(int Line, List<string> Values)?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            _line++;
            if (line.Length == 0)
            {
                continue;
            }
            if (_separator == default)
            {
                _separator = new[] { ',', ';', '\t' }.MaxBy(sign => line.Count(other => other == sign));
            }
            return (_line, await SplitAsync(line, cancellationToken));
        }
        return null;
    }

    private async Task<List<string>> SplitAsync(string line, CancellationToken cancellationToken)
    {
        var values = new List<string>();
        var isQuoted = false;
        _value.Clear();
        for (var i = 0; ; i++)
        {
            if (i == line.Length)
            {
                if (!isQuoted || await reader.ReadLineAsync(cancellationToken) is not { } next)
                {
                    values.Add(_value.ToString());
                    return values;
                }
                _line++;
                _value.Append('\n');
                (line, i) = (next, -1);
            }
            else if (isQuoted && line[i] == '"')
            {
                var isDoubled = i + 1 < line.Length && line[i + 1] == '"';
                if (isDoubled)
                {
                    _value.Append('"');
                    i++;
                }
                isQuoted = isDoubled;
            }
            else if (!isQuoted && line[i] == '"' && _value.Length == 0)
            {
                isQuoted = true;
            }
            else if (!isQuoted && line[i] == _separator)
            {
                values.Add(_value.ToString());
                _value.Clear();
            }
            else
            {
                _value.Append(line[i]);
            }
        }
    }
}
