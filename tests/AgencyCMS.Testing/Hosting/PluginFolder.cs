using System.Diagnostics;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Testing.Hosting;

/// <summary>A folder <c>plugins</c> into which tests publish projects, as an operator drops them in.</summary>
public sealed class PluginFolder : IDisposable
{
    private readonly TestFolder _folder = new();

    /// <summary>Absolute path, for <c>AgencyCMS:PluginsPath</c>.</summary>
    public string Path => _folder.Path;

    /// <summary>The configuration in which the tests, and the platform with them, were built.</summary>
    public static string Configuration =>
        AppContext.BaseDirectory.Contains($"{System.IO.Path.DirectorySeparatorChar}Release{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>Absolute path of a plugin's folder.</summary>
    public string PathOf(string plugin) => System.IO.Path.Combine(Path, plugin);

    /// <summary>Publishes a project that the solution has built.</summary>
    /// <param name="project">Absolute path of the project file; its name is the plugin's.</param>
    public Task PublishBuiltAsync(string project) => PublishAsync(project, "--no-build", "--configuration", Configuration);

    /// <summary>Publishes a project.</summary>
    /// <param name="project">Absolute path of the project file; its name is the plugin's.</param>
    /// <param name="arguments">Further arguments of <c>dotnet publish</c>.</param>
    /// <exception cref="InvalidOperationException">It could not be published; the message holds what was printed.</exception>
    public async Task PublishAsync(string project, params IEnumerable<string> arguments)
    {
        var target = PathOf(System.IO.Path.GetFileNameWithoutExtension(project));
        var start = new ProcessStartInfo("dotnet", ["publish", project, "--output", target, "--nologo", "--verbosity", "quiet", "-nodeReuse:false", .. arguments])
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

    public void Dispose() => _folder.Dispose();
}
