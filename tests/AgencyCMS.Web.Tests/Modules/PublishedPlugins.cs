using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Web.Tests.Modules;

/// <summary>The sample plugins, published once for all tests.</summary>
public sealed class PublishedPlugins : IAsyncLifetime
{
    public PluginFolder Plugins { get; } = new();

    public async Task InitializeAsync()
    {
        foreach (var name in new[] { "NoticeBoard", "FailingBoard" })
        {
            await Plugins.PublishBuiltAsync(Repository.PathOf("tests", "Plugins", name, name + ".csproj"));
        }
        // No module at all, and a folder without its assembly.
        Directory.CreateDirectory(Plugins.PathOf("DotLiquid"));
        File.Copy(Path.Combine(Plugins.PathOf("NoticeBoard"), "DotLiquid.dll"), Path.Combine(Plugins.PathOf("DotLiquid"), "DotLiquid.dll"));
        Directory.CreateDirectory(Plugins.PathOf("Empty"));
    }

    public Task DisposeAsync()
    {
        Plugins.Dispose();
        return Task.CompletedTask;
    }
}
