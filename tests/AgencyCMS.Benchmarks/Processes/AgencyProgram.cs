using System.Diagnostics;
using System.Text.Json;

namespace AgencyCMS.Benchmarks.Processes;

/// <summary>The platform's program, published as <c>docs/operating.md</c> says.</summary>
internal static class AgencyProgram
{
    private static readonly string Root = FindRoot();

    private static readonly string Folder = Path.Combine(Root, "artifacts", "program");

    /// <summary>Starts it; its output goes to standard error.</summary>
    public static Process Start(string dataPath, IEnumerable<string> arguments)
    {
        var assembly = Path.Combine(Folder, "AgencyCMS.Web.dll");
        if (!File.Exists(assembly))
        {
            throw new InvalidOperationException($"Publish the program first: dotnet publish src/AgencyCMS.Web -c Release -o {Path.GetRelativePath(Root, Folder)}");
        }
        // The shell joins the output to standard error and is replaced by the program, so the process is the program.
        return Start(dataPath, new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >&2", "sh", "dotnet", assembly, .. arguments]));
    }

    /// <summary>Runs a command of the operator that answers by JSON.</summary>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<JsonElement> ReadAsync(string dataPath, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(dataPath, new ProcessStartInfo("dotnet", [Path.Combine(Folder, "AgencyCMS.Web.dll"), .. arguments]) { RedirectStandardOutput = true });
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? JsonDocument.Parse(output).RootElement : throw new InvalidOperationException($"The command {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>Runs a command of the operator.</summary>
    /// <returns>How long it took.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<TimeSpan> RunAsync(string dataPath, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Start(dataPath, arguments);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(start) : throw new InvalidOperationException($"The command {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static Process Start(string dataPath, ProcessStartInfo start)
    {
        start.WorkingDirectory = Folder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["AgencyCMS__DataPath"] = dataPath;
        start.Environment["AgencyCMS__FirstSetUp"] = "county";
        start.Environment["AgencyCMS__Jobs__Enabled"] = "true";
        start.Environment["AgencyCMS__Limits__PagesPerMinute"] = "0";
        start.Environment["AgencyCMS__Limits__SearchesPerMinute"] = "0";
        start.Environment["Serilog__MinimumLevel__Default"] = "Warning";
        return Process.Start(start)!; // the shell and dotnet are there
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AgencyCMS.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks do not run inside the project's folder.");
    }
}
