using System.Diagnostics;
using System.Globalization;
using AgencyCMS.Benchmarks.Measuring;
using AgencyCMS.Benchmarks.Processes;
using Microsoft.Data.Sqlite;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>
/// The county office's list of 10,000 tenants: pages, orders and searches one after the other. The tenants are drafts, which have no stores: the list opens none.
/// </summary>
internal sealed class TenantList : IScenario
{
    private const int Tenants = 10_000;
    private static readonly string[] Addresses = ["page={0}", "sort=title&page={0}", "sort=-created&page={0}", "search={0}", "kind=Department&sort=-title&page={0}"];

    public string Name => "tenant-list";

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var data = await GeneratedData.PrepareEmptyAsync(options, cancellationToken);
        AddRecords(Path.Combine(data, "county.db"));
        var account = await NewAccount.CreateAsync(data, "county-office:CountyAdministrator", cancellationToken);
        var result = await MeasureAsync(data, account, options, cancellationToken);
        Directory.Delete(data, recursive: true);
        return
        [
            new Measurement(
                string.Create(CultureInfo.InvariantCulture, $"page of the list of {Tenants:N0} tenants"),
                "under 100 ms",
                string.Create(CultureInfo.InvariantCulture, $"p99 {result.Percentile(0.99):N1} ms"),
                string.Create(CultureInfo.InvariantCulture, $"p50 {result.Percentile(0.5):N1} ms, longest {result.Percentile(1):N1} ms, {result.Count:N0} pages one after the other")),
        ];
    }

    private static async Task<LoadResult> MeasureAsync(string data, NewAccount account, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartAsync(data, "/health/live", cancellationToken);
        using var officer = await account.SignInAsync(server.Address);
        await AskAsync(officer.Client, options.WarmUp, cancellationToken);
        return new LoadResult(await AskAsync(officer.Client, options.Duration, cancellationToken), options.Duration);
    }

    private static async Task<IReadOnlyList<double>> AskAsync(HttpClient client, TimeSpan duration, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < duration;)
        {
            var query = string.Format(CultureInfo.InvariantCulture, Addresses[times.Count % Addresses.Length], (times.Count % 500) + 1);
            var asked = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync("admin/tenants?" + query, cancellationToken);
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
        times.Sort();
        return times;
    }

    // Drafts: nothing in the background looks for their stores.
    private static void AddRecords(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < $tenants)
            INSERT INTO tenants (name, title, kind, state, prefix, store, culture, time_zone, theme, features, site_code, version, created_at)
            SELECT printf('unit-%05d', number), printf('霁渡县第%05d局', number), 'Department', 'Draft', printf('unit-%05d', number),
                   store, culture, time_zone, theme, '[]', printf('%010d', number), 1, created_at + number
            FROM tenants, numbers WHERE kind = 'CountyOffice'
            """;
        command.Parameters.AddWithValue("$tenants", Tenants);
        command.ExecuteNonQuery();
    }
}
