using System.Diagnostics;

namespace AgencyCMS.Testing.Hosting;

/// <summary>Runs <c>dotnet publish</c>.</summary>
public static class Publication
{
    /// <summary>The configuration in which the tests, and the platform with them, were built.</summary>
    public static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>Publishes a project into a folder.</summary>
    /// <param name="project">Absolute path of the project file.</param>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="arguments">Further arguments of <c>dotnet publish</c>.</param>
    /// <exception cref="InvalidOperationException">It could not be published; the message holds what was printed.</exception>
    public static async Task MakeAsync(string project, string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["publish", project, "--output", folder, "--nologo", "--verbosity", "quiet", "-nodeReuse:false", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!; // a new process
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Publishing {project} failed:\n{output}{await error}");
        }
    }
}
