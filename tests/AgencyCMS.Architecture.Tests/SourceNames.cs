using System.Text.RegularExpressions;

namespace AgencyCMS.Architecture.Tests;

internal static partial class SourceNames
{
    /// <summary>True for <c>module.some-sentence</c>.</summary>
    public static bool IsCode(string text) => Code().IsMatch(text);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+$")]
    private static partial Regex Code();
}
