using System.Text;
using System.Text.RegularExpressions;
using AgencyCMS.Benchmarks.Measuring;

namespace AgencyCMS.Benchmarks.Processes;

/// <summary>Finds addresses as a reader does: on pages.</summary>
internal static partial class PageLinks
{
    /// <returns>Different addresses on the page that hold the text, in their order.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(LoadGenerator client, string page, string containing, CancellationToken cancellationToken)
    {
        var (body, _, _) = await client.GetAsync(page, cancellationToken);
        return [.. Href().Matches(Encoding.UTF8.GetString(body)).Select(match => match.Groups[1].Value).Where(link => link.StartsWith('/') && link.Contains(containing, StringComparison.Ordinal)).Distinct()];
    }

    [GeneratedRegex("href=\"([^\"#]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Href();
}
