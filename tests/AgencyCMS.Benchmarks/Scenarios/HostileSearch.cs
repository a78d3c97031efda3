using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AgencyCMS.Benchmarks.Processes;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>Searches made to cost as much as they can, over 25 documents that are as long as they are much alike.</summary>
internal sealed class HostileSearch : IScenario
{
    private const int Documents = 25;
    private const int Paragraphs = 3000;
    private const int Rounds = 3;
    private const string Paragraph = "全面推进政务公开工作，依申请公开信息按时答复；口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口口。";

    private static readonly (string Name, string Text)[] Searches =
    [
        ("one character 203 times", new string('口', 203)),
        ("quoted, one character 201 times", $"\"{new string('口', 201)}\""),
        ("101 single characters", string.Join(' ', Enumerable.Repeat("口", 102))),
        ("67 pairs", string.Concat(Enumerable.Repeat("口口 ", 67)) + "政务"),
        ("a sentence that stands nowhere", string.Concat(Enumerable.Repeat("公政开务推全进面工口作依答申复请", 13))[..203]),
        ("one frequent character", "口"),
        ("one frequent phrase", "政务公开"),
    ];

    public string Name => "hostile-search";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareEmptyAsync(options, cancellationToken);
        try
        {
            await GeneratedData.GenerateAsync(data, 1, 1, cancellationToken);
            var file = Path.Combine(data, "long.jsonl");
            await WriteAsync(file, cancellationToken);
            await AgencyProgram.RunAsync(data, ["import", file, "--tenant", GeneratedData.FirstTenant], cancellationToken);
            await AgencyProgram.RunAsync(data, ["reindex"], cancellationToken);
            await using var server = await ServerProcess.StartAsync(data, GeneratedData.HomeOf(1), cancellationToken);
            using var client = new HttpClient { BaseAddress = server.Address };
            var lines = new List<Measurement>();
            for (var number = 0; number < Searches.Length; number++)
            {
                lines.Add(await TimeAsync(client, Searches[number], number * Rounds, cancellationToken));
            }
            return lines;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    // A search that takes too long is answered, too: by 503 when its time is over.
    private static async Task<Measurement> TimeAsync(HttpClient client, (string Name, string Text) search, int first, CancellationToken cancellationToken)
    {
        var answers = new List<(double Milliseconds, int Status)>();
        for (var round = 0; round < Rounds; round++)
        {
            var path = Fresh.Of($"{GeneratedData.HomeOf(1)}search?q={Uri.EscapeDataString(search.Text)}", first + round);
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(path, cancellationToken);
            answers.Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, (int)answer.StatusCode));
        }
        return new Measurement(
            string.Create(CultureInfo.InvariantCulture, $"search page: {search.Name}, {Documents} documents of {Paragraph.Length * Paragraphs:N0} characters"),
            "under 1 s",
            string.Create(CultureInfo.InvariantCulture, $"{answers.Max(answer => answer.Milliseconds):N0} ms"),
            string.Create(CultureInfo.InvariantCulture, $"the longest of {Rounds}, the shortest {answers.Min(answer => answer.Milliseconds):N0} ms; answered by {string.Join(", ", answers.Select(answer => answer.Status).Distinct())}"));
    }

    private static async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        var body = Enumerable.Repeat(Paragraph, Paragraphs).ToArray();
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false));
        for (var number = 1; number <= Documents; number++)
        {
            var line = new { title = $"口口政务公开长文件{number}", paragraphs = body, formedOn = "2025-01-01", publishedOn = "2025-01-02" };
            await writer.WriteLineAsync(JsonSerializer.Serialize(line).AsMemory(), cancellationToken);
        }
    }
}
