using System.Text;
using System.Text.RegularExpressions;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>
/// The codes of the fields in a text of Word, old or new: what stands between the beginning of a field and the mark before its result. Fields lie in each other,
/// and the result of an inner one is a part of the outer one's code.
/// </summary>
internal sealed partial class FieldCodes
{
    public const char Begin = '\u0013';
    public const char Separator = '\u0014';
    public const char End = '\u0015';

    private const int MaxCharacters = 4096;
    private const int MaxDepth = 200;

    private readonly Stack<Field> _open = new();

    /// <summary>What one of the fields would start or fetch; null when none does.</summary>
    public string? Harm { get; private set; }

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var sign in text)
        {
            Add(sign);
        }
    }

    /// <summary>Judges fields that have no end, too.</summary>
    public string? Finish()
    {
        while (_open.TryPop(out var field))
        {
            Judge(field);
        }
        return Harm;
    }

    private void Add(char sign)
    {
        switch (sign)
        {
            case Begin when _open.Count == MaxDepth:
                Harm ??= "FIELD";
                break;
            case Begin:
                _open.Push(new Field());
                break;
            case Separator when _open.TryPeek(out var field):
                field.IsResult = true;
                break;
            case End when _open.TryPop(out var field):
                Judge(field);
                break;
            case Separator or End:
                break;
            default:
                // What stands in a result stands in the field around it.
                _open.FirstOrDefault(field => !field.IsResult)?.Add(sign);
                break;
        }
    }

    private void Judge(Field field)
    {
        var code = field.Code.ToString();
        Harm ??= Exchange().Match(code) is { Success: true } exchange ? exchange.Groups[1].Value.ToUpperInvariant()
            : Fetch().Match(code) is { Success: true } fetch && Addresses.LeadsAway(fetch.Groups[2].Value) ? fetch.Groups[1].Value.ToUpperInvariant()
            : null;
    }

    // The name of a field may stand in quotation marks.
    [GeneratedRegex(@"^[\s\p{C}""'“”]*(DDEAUTO|DDE)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exchange();

    [GeneratedRegex(@"^[\s\p{C}""'“”]*(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|RD|DATABASE)\b(.*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Fetch();

    private sealed class Field
    {
        public StringBuilder Code { get; } = new();

        public bool IsResult { get; set; }

        // No code can be pushed out of sight by blanks before it, or in it.
        public void Add(char sign)
        {
            var isBlank = char.IsWhiteSpace(sign) || char.IsControl(sign);
            if (Code.Length < MaxCharacters && !(isBlank && (Code.Length == 0 || Code[^1] == ' ')))
            {
                Code.Append(isBlank ? ' ' : sign);
            }
        }
    }
}
