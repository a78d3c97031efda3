using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;
using AgencyCMS.Demo.Contracts;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>The command <c>import</c> beside a running server: until the command ends, and until the server's search finds the last item.</summary>
internal sealed class ImportRate : IScenario
{
    private const string Mark = "基准末项";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public string Name => "import";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareEmptyAsync(options, cancellationToken);
        await GeneratedData.GenerateAsync(data, 1, 1, cancellationToken);
        var file = Path.Combine(data, "import.jsonl");
        try
        {
            await using var server = await ServerProcess.StartAsync(data, GeneratedData.HomeOf(1), cancellationToken);
            using var client = new LoadGenerator(server.Address, 1);
            await WriteAsync(file, 0, 1, "基准首项", cancellationToken);
            var overhead = await ImportAsync(data, file, cancellationToken);
            await WriteAsync(file, 1, options.Items, Mark, cancellationToken);
            var start = Stopwatch.GetTimestamp();
            var imported = await ImportAsync(data, file, cancellationToken);
            await FoundAsync(client, cancellationToken);
            var found = Stopwatch.GetElapsedTime(start);
            return [Line("until stored", options.Items, imported, overhead), Line("until found", options.Items, found, overhead)];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static Measurement Line(string until, int items, TimeSpan time, TimeSpan overhead) => new(
        string.Create(CultureInfo.InvariantCulture, $"import of {items:N0} lines, {until}"),
        "at least 2,000 a second",
        string.Create(CultureInfo.InvariantCulture, $"{items / Math.Max((time - overhead).TotalSeconds, 0.001):N0} a second"),
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:N1} s, of which {overhead.TotalSeconds:N1} s for a single line"));

    private static Task<TimeSpan> ImportAsync(string data, string file, CancellationToken cancellationToken) =>
        AgencyProgram.RunAsync(data, ["import", file, "--tenant", GeneratedData.FirstTenant], cancellationToken);

    private static async Task WriteAsync(string file, int first, int count, string lastTitle, CancellationToken cancellationToken)
    {
        var generator = new DemoTextGenerator(seed: 2);
        var agency = DemoAgency.At(1);
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false));
        for (var index = first; index < first + count; index++)
        {
            var document = generator.Next(index, agency, new DateOnly(2022, 1, 1), new DateOnly(2025, 12, 31));
            var line = new
            {
                key = string.Create(CultureInfo.InvariantCulture, $"benchmark-{index}"),
                title = index == first + count - 1 ? lastTitle : document.Title,
                body = document.Html,
                formedOn = document.FormedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                publishedOn = document.PublishedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                genre = document.Genre,
                entry = document.Entry,
            };
            await writer.WriteLineAsync(JsonSerializer.Serialize(line).AsMemory(), cancellationToken);
        }
    }

    private static async Task FoundAsync(LoadGenerator client, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; Stopwatch.GetElapsedTime(start) < Patience; number++)
        {
            var path = Fresh.Of($"{GeneratedData.HomeOf(1)}search?q={Uri.EscapeDataString($"\"{Mark}\"")}", number);
            if ((await PageLinks.FindAsync(client, path, "/info/", cancellationToken)).Count > 0)
            {
                return;
            }
            await Task.Delay(50, cancellationToken);
        }
        throw new TimeoutException("The search did not find the imported items.");
    }
}
