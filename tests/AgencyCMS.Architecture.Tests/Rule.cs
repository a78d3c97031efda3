namespace AgencyCMS.Architecture.Tests;

internal static class Rule
{
    /// <summary>Fails with every breach, one a line.</summary>
    public static void HasNoBreach(IEnumerable<string> breaches)
    {
        var lines = breaches.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines.Prepend($"{lines.Count} breaches:")));
    }
}
