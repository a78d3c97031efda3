using System.Globalization;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>Addresses that no cache has seen.</summary>
internal static class Fresh
{
    private static readonly long Run = TimeProvider.System.GetTimestamp();

    public static string Of(string path, int number) => string.Create(CultureInfo.InvariantCulture, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}fresh={Run:x}-{number}-{Random.Shared.Next()}");
}
