using AgencyCMS.Testing.Files;

namespace AgencyCMS.Testing.Hosting;

/// <summary>A folder <c>plugins</c> into which tests publish projects, as an operator drops them in.</summary>
public sealed class PluginFolder : IDisposable
{
    private readonly TestFolder _folder = new();

    /// <summary>Absolute path, for <c>AgencyCMS:PluginsPath</c>.</summary>
    public string Path => _folder.Path;

    /// <summary>Absolute path of a plugin's folder.</summary>
    public string PathOf(string plugin) => System.IO.Path.Combine(Path, plugin);

    /// <summary>Publishes a project that the solution has built.</summary>
    /// <param name="project">Absolute path of the project file; its name is the plugin's.</param>
    public Task PublishBuiltAsync(string project) => PublishAsync(project, "--no-build", "--configuration", Publication.Configuration);

    /// <summary>Publishes a project.</summary>
    /// <param name="project">Absolute path of the project file; its name is the plugin's.</param>
    /// <param name="arguments">Further arguments of <c>dotnet publish</c>.</param>
    /// <exception cref="InvalidOperationException">It could not be published; the message holds what was printed.</exception>
    public Task PublishAsync(string project, params IEnumerable<string> arguments) =>
        Publication.MakeAsync(project, PathOf(System.IO.Path.GetFileNameWithoutExtension(project)), arguments);

    public void Dispose() => _folder.Dispose();
}
