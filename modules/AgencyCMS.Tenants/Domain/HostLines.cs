namespace AgencyCMS.Tenants.Domain;

/// <summary>Host names as people write them: one a line, or with blanks or commas (also Chinese ones) between them.</summary>
internal static class HostLines
{
    private static readonly char[] Separators = [' ', '\t', '\r', '\n', ',', ';', '，', '；', '、', '　'];

    public static IEnumerable<string> Split(string? text) => (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Join(IEnumerable<string> hosts) => string.Join('\n', hosts);
}
