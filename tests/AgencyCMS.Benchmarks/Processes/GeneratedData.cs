using System.Globalization;

namespace AgencyCMS.Benchmarks.Processes;

/// <summary>Data folders with a county and generated tenants. A folder that is there is used again; the generation is safe to repeat.</summary>
internal static class GeneratedData
{
    /// <summary>Name of the first generated tenant, which is also its address.</summary>
    public const string FirstTenant = "demo-0001";

    /// <returns>Path of a folder with so many tenants and items in each.</returns>
    public static async Task<string> PrepareAsync(BenchmarkOptions options, int tenants, int items, CancellationToken cancellationToken)
    {
        var path = Path.Combine(options.DataPath, string.Create(CultureInfo.InvariantCulture, $"{tenants}-tenants-{items}-items"));
        if (!options.IsPrepared)
        {
            await SetUpAsync(path, cancellationToken);
            await GenerateAsync(path, tenants, items, cancellationToken);
        }
        return path;
    }

    /// <returns>Path of a new folder with a county and no further tenant.</returns>
    public static async Task<string> PrepareEmptyAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var path = Path.Combine(options.DataPath, "new-" + Guid.NewGuid().ToString("N"));
        await SetUpAsync(path, cancellationToken);
        return path;
    }

    public static Task<TimeSpan> GenerateAsync(string path, int tenants, int items, CancellationToken cancellationToken) => AgencyProgram.RunAsync(
        path, ["demo", "generate", "--tenants", Text(tenants), "--items", Text(items)], cancellationToken);

    /// <summary>Fills all indexes, the county's too: the server must not follow with them while it is measured.</summary>
    public static Task IndexAsync(BenchmarkOptions options, string path, CancellationToken cancellationToken) =>
        options.IsPrepared ? Task.CompletedTask : AgencyProgram.RunAsync(path, ["reindex"], cancellationToken);

    /// <summary>Path of a generated tenant's home page.</summary>
    /// <param name="number">From 1.</param>
    public static string HomeOf(int number) => string.Create(CultureInfo.InvariantCulture, $"/demo-{number:D4}/");

    // A server sets an empty folder up by the recipe of the county office before it answers.
    private static async Task SetUpAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(path, "county.db")))
        {
            Directory.CreateDirectory(path);
            await using var server = await ServerProcess.StartAsync(path, "/health/live", cancellationToken);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
