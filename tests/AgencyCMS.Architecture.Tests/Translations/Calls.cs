using System.Text.RegularExpressions;

namespace AgencyCMS.Architecture.Tests.Translations;

/// <summary>Finds English source sentences in C# and Razor.</summary>
internal static partial class Calls
{
    /// <summary>Sentences of <c>S["…"]</c> and <c>localizer["…"]</c>; of a choice, all its alternatives.</summary>
    public static IEnumerable<string> LocalisedIn(string text) => Localiser().Matches(text).SelectMany(match => Literals(Arguments(text, match.Index + match.Length).First()));

    /// <summary>Codes and messages of <c>Problem.Refused("code", "message")</c> and its like.</summary>
    public static IEnumerable<(string Code, IReadOnlyList<string> Messages)> ProblemsIn(string text)
    {
        foreach (Match match in Problem().Matches(text))
        {
            var arguments = Arguments(text, match.Index + match.Length).ToList();
            var message = match.Groups[1].Value == "Invalid" ? 2 : 1;
            if (arguments.Count > message && Literals(arguments[0]).FirstOrDefault() is { } code)
            {
                yield return (code, [.. Literals(arguments[message])]);
            }
        }
    }

    /// <summary>Messages of validation attributes.</summary>
    public static IEnumerable<string> ValidationIn(string text) => ErrorMessage().Matches(text).SelectMany(match => Literals(match.Value));

    /// <summary>Splits what stands up to the closing bracket into arguments.</summary>
    private static IEnumerable<string> Arguments(string text, int start)
    {
        var depth = 0;
        var first = start;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    i = EndOfLiteral(text, i);
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}' when depth == 0:
                    yield return text[first..i];
                    yield break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case ',' when depth == 0:
                    yield return text[first..i];
                    first = i + 1;
                    break;
            }
        }
    }

    private static IEnumerable<string> Literals(string expression) => Literal().Matches(expression).Select(match => Regex.Unescape(match.Groups[1].Value));

    private static int EndOfLiteral(string text, int start)
    {
        var i = start + 1;
        while (i < text.Length && text[i] != '"')
        {
            i += text[i] == '\\' ? 2 : 1;
        }
        return i;
    }

    [GeneratedRegex(@"\b(?:S|localizer)\[")]
    private static partial Regex Localiser();

    [GeneratedRegex(@"\bProblem\.(Invalid|Refused|NotFound|Conflict|Forbidden)\(")]
    private static partial Regex Problem();

    [GeneratedRegex(@"ErrorMessage = ""(?:[^""\\]|\\.)*""")]
    private static partial Regex ErrorMessage();

    [GeneratedRegex(@"""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Literal();
}
