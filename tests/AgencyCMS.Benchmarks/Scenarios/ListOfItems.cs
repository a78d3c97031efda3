using System.Globalization;
using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>A list of 20 of the catalogue entry with the most items, any of its first pages.</summary>
internal sealed class ListOfItems : IScenario
{
    private const int Pages = 20;

    public string Name => "list";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareAsync(options, 1, options.Items, cancellationToken);
        await GeneratedData.IndexAsync(options, data, cancellationToken);
        await using var server = await ServerProcess.StartAsync(data, GeneratedData.HomeOf(1), cancellationToken);
        using var load = new LoadGenerator(server.Address, options.Connections);
        var catalogue = GeneratedData.HomeOf(1) + "catalogue";
        var entries = await PageLinks.FindAsync(load, catalogue, catalogue + "/", cancellationToken);
        var list = await LargestAsync(load, entries, cancellationToken) ?? catalogue;
        var what = string.Create(CultureInfo.InvariantCulture, $"list {list} of {options.Items:N0} items");
        return
        [
            await HalfLoad.MeasureAsync(
                what, "p99 under 15 ms", load, number => Fresh.Of(string.Create(CultureInfo.InvariantCulture, $"{list}?page={1 + (number % Pages)}"), number), options, cancellationToken),
        ];
    }

    // The largest entry is the one whose pager knows the highest page.
    private static async Task<string?> LargestAsync(LoadGenerator load, IReadOnlyList<string> entries, CancellationToken cancellationToken)
    {
        var pages = new List<(string Entry, int Last)>();
        foreach (var entry in entries.Where(entry => !entry.Contains('?', StringComparison.Ordinal)))
        {
            var links = await PageLinks.FindAsync(load, entry, "page=", cancellationToken);
            pages.Add((entry, links.Select(link => int.TryParse(link[(link.IndexOf("page=", StringComparison.Ordinal) + 5)..].Split('&')[0], out var page) ? page : 1).DefaultIfEmpty(1).Max()));
        }
        return pages.Count == 0 ? null : pages.MaxBy(pair => pair.Last).Entry;
    }
}
