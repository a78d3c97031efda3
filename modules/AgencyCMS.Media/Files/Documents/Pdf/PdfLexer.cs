using System.Globalization;
using System.Text;

namespace AgencyCMS.Media.Files.Documents.Pdf;

internal enum PdfTokenKind
{
    Ended,
    Name,
    Text,
    Open,
    Close,
    Word,
}

/// <summary>Reads the objects of a PDF document sign by sign, so that what stands in texts and in remarks is told from names.</summary>
/// <remarks>Source: ISO 32000-1, 7.2 and 7.3.</remarks>
internal ref struct PdfLexer(ReadOnlySpan<byte> bytes, int position)
{
    private const int MaxCharacters = 4096;
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Behind the token that was read last.</summary>
    public int Position { get; private set; } = position;

    /// <summary>The name without its slash and with its letters in place of numbers; the text; the word.</summary>
    public string Value { get; private set; } = "";

    public PdfTokenKind Next()
    {
        SkipBlanks();
        if (Position >= _bytes.Length)
        {
            return PdfTokenKind.Ended;
        }
        var sign = _bytes[Position++];
        switch (sign)
        {
            case (byte)'/':
                Value = ReadName();
                return PdfTokenKind.Name;
            case (byte)'(':
                Value = ReadText();
                return PdfTokenKind.Text;
            case (byte)'<' when Position < _bytes.Length && _bytes[Position] == '<':
                Position++;
                return PdfTokenKind.Open;
            case (byte)'<':
                Value = ReadNumbers();
                return PdfTokenKind.Text;
            case (byte)'[' or (byte)'{':
                return PdfTokenKind.Open;
            case (byte)'>' when Position < _bytes.Length && _bytes[Position] == '>':
                Position++;
                return PdfTokenKind.Close;
            case (byte)']' or (byte)'}':
                return PdfTokenKind.Close;
            case (byte)'>' or (byte)')':
                Value = "";
                return PdfTokenKind.Word;
            default:
                var start = Position - 1;
                SkipRegular();
                Value = Encoding.Latin1.GetString(_bytes[start..Math.Min(Position, start + MaxCharacters)]);
                return PdfTokenKind.Word;
        }
    }

    public static bool IsBlank(byte sign) => sign is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsRegular(byte sign) => !IsBlank(sign) && !"()<>[]{}/%"u8.Contains(sign);

    private void SkipBlanks()
    {
        while (Position < _bytes.Length && (IsBlank(_bytes[Position]) || _bytes[Position] == '%'))
        {
            if (_bytes[Position] != '%')
            {
                Position++;
                continue;
            }
            var end = _bytes[Position..].IndexOfAny((byte)'\r', (byte)'\n');
            Position = end < 0 ? _bytes.Length : Position + end;
        }
    }

    private void SkipRegular()
    {
        while (Position < _bytes.Length && IsRegular(_bytes[Position]))
        {
            Position++;
        }
    }

    private string ReadName()
    {
        var start = Position;
        SkipRegular();
        var name = new StringBuilder();
        for (var i = start; i < Position && name.Length < MaxCharacters; i++)
        {
            var isNumber = _bytes[i] == '#' && i + 2 < Position && IsHex(_bytes[i + 1]) && IsHex(_bytes[i + 2]);
            name.Append(isNumber ? (char)byte.Parse(_bytes.Slice(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : (char)_bytes[i]);
            i += isNumber ? 2 : 0;
        }
        return name.ToString();
    }

    private string ReadText()
    {
        var text = new StringBuilder();
        for (var depth = 1; Position < _bytes.Length;)
        {
            var sign = (char)_bytes[Position++];
            depth += sign switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                break;
            }
            var shown = sign == '\\' ? ReadEscape() : sign;
            if (shown is { } kept && text.Length < MaxCharacters)
            {
                text.Append(kept);
            }
        }
        return text.ToString();
    }

    private char? ReadEscape()
    {
        if (Position >= _bytes.Length)
        {
            return null;
        }
        var sign = (char)_bytes[Position++];
        if (sign is < '0' or > '7')
        {
            return sign switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', '\r' or '\n' => null, _ => sign };
        }
        var value = sign - '0';
        for (var more = 2; more > 0 && Position < _bytes.Length && _bytes[Position] is >= (byte)'0' and <= (byte)'7'; more--)
        {
            value = (value * 8) + _bytes[Position++] - '0';
        }
        return (char)(value & 0xFF);
    }

    private string ReadNumbers()
    {
        var text = new StringBuilder();
        int? half = null;
        while (Position < _bytes.Length && _bytes[Position++] is var sign && sign != '>')
        {
            if (!IsHex(sign))
            {
                continue;
            }
            var digit = int.Parse([sign], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (half is { } first && text.Length < MaxCharacters)
            {
                text.Append((char)((first * 16) + digit));
            }
            half = half is null ? digit : null;
        }
        return half is { } last ? text.Append((char)(last * 16)).ToString() : text.ToString();
    }

    private static bool IsHex(byte sign) => char.IsAsciiHexDigit((char)sign);
}
