using System.Diagnostics;
using System.Globalization;
using System.Net;
using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>From the answer to an editor who publishes until every reader sees it: on the home page, in the feed, by the agency's and the county's search, and on the portal.</summary>
internal sealed class PublishUntilSeen : IScenario
{
    private const int Publications = 200;
    private const int Items = 5_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Name => "publish";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareAsync(options, 1, Math.Min(Items, options.Items), cancellationToken);
        await GeneratedData.IndexAsync(options, data, cancellationToken);
        var account = await NewAccount.CreateAsync(data, $"{GeneratedData.FirstTenant}:SiteAdministrator", cancellationToken);
        await using var server = await ServerProcess.StartAsync(data, GeneratedData.HomeOf(1), cancellationToken);
        using var readers = new HttpClient { BaseAddress = server.Address };
        using var editor = await account.SignInAsync(new Uri(server.Address, GeneratedData.HomeOf(1)));

        var times = new List<double[]>();
        for (var number = 0; number < Publications; number++)
        {
            times.Add(await PublishAsync(editor, readers, "公示" + Guid.NewGuid().ToString("N")[..12], cancellationToken));
        }
        var result = new LoadResult([.. times.Select(places => places.Max()).Order()], TimeSpan.Zero);
        var slowest = Places("").Select((place, i) => string.Create(CultureInfo.InvariantCulture, $"{place.Name} {times.Max(places => places[i]):N0} ms"));
        return
        [
            new Measurement(
                string.Create(CultureInfo.InvariantCulture, $"publication until it is seen in {Places("").Length} places, {Math.Min(Items, options.Items):N0} items"),
                "p99 under 1 s",
                string.Create(CultureInfo.InvariantCulture, $"p99 {result.Percentile(0.99):N0} ms"),
                string.Create(CultureInfo.InvariantCulture, $"p50 {result.Percentile(0.5):N0} ms, {result.Count} publications, the slowest place of each; longest: {string.Join(", ", slowest)}")),
        ];
    }

    /// <summary>Where a publication must be seen, and by which words.</summary>
    private static (string Name, string Address, string Words)[] Places(string title)
    {
        var home = GeneratedData.HomeOf(1);
        var search = $"search?q={Uri.EscapeDataString($"\"{title}\"")}";
        return
        [
            ("home page", home, title), ("feed", home + "feed.xml", title), ("search", home + search, home + "info/"), ("county's search", "/" + search, home + "info/"), ("portal", "/", title),
        ];
    }

    private static async Task<double[]> PublishAsync(Browser editor, HttpClient readers, string title, CancellationToken cancellationToken)
    {
        // Whatever is kept in memory holds the state before.
        var places = Places(title);
        foreach (var (_, address, _) in places)
        {
            await readers.GetStringAsync(address, cancellationToken);
        }
        var form = await editor.ReadAsync("admin/contents/new/Disclosure");
        var entry = form.QuerySelectorAll("[name='DisclosurePart.Entry'] option").Select(option => option.GetAttribute("value")).First(value => !string.IsNullOrEmpty(value))!; // just filtered
        using var answer = await editor.SubmitAsync(
            form, null, ("TitlePart.Title", title), ("DisclosurePart.FormedOn", "2026-11-20"), ("DisclosurePart.Entry", entry), ("HtmlBodyPart.Html", "<p>正文</p>"), ("Do", "publish"));
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"The publication was answered by {answer.StatusCode}.");
        }
        return await Task.WhenAll(places.Select(place => SeeAsync(readers, place.Address, place.Words, cancellationToken)));
    }

    private static async Task<double> SeeAsync(HttpClient readers, string address, string words, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (!(await readers.GetStringAsync(address, cancellationToken)).Contains(words, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new InvalidOperationException($"The publication is not seen at {address}.");
            }
            await Task.Delay(5, cancellationToken);
        }
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
