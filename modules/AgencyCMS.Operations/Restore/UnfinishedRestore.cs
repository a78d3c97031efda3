using System.Text.Json;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Operations.Backup;

namespace AgencyCMS.Operations.Restore;

/// <summary>
/// The mark of a restore of everything: written before anything is touched and removed when all is done. With it the restore may be repeated over what it has
/// left, and a server does not start.
/// </summary>
internal sealed class UnfinishedRestore(DataOptions options, ProgramMode mode) : IStartupTask
{
    private string Mark => Path.Combine(options.DataPath, "restoring.json");

    // Before an empty data folder would be set up.
    public int Order => -100;

    public bool IsThere => File.Exists(Mark);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!mode.IsCommand && await ReadAsync(cancellationToken) is { } unfinished)
        {
            throw new StartRefusedException($"The restore of {unfinished.Folder} was not finished here. Repeat it: restore {unfinished.Folder}. To start with what is there all the same, remove {Mark}.");
        }
    }

    /// <summary>True when what lies here was left by a restore of the same county.</summary>
    public async Task<bool> IsOfAsync(BackupManifest manifest, CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) is { } unfinished && unfinished.Installation == manifest.Installation;

    public async Task BeginAsync(BackupFolder folder, BackupManifest manifest)
    {
        Directory.CreateDirectory(options.DataPath);
        var half = Mark + ".new";
        await using (var stream = new FileStream(half, FileMode.Create, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(stream, new Unfinished(folder.Path, manifest.Installation), JsonSerializerOptions.Web);
            stream.Flush(flushToDisk: true);
        }
        File.Move(half, Mark, overwrite: true);
    }

    public void End() => File.Delete(Mark);

    private async Task<Unfinished?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!IsThere)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<Unfinished>(await File.ReadAllTextAsync(Mark, cancellationToken), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return new Unfinished("DIR", null);
        }
    }

    private sealed record Unfinished(string Folder, string? Installation);
}
