namespace AgencyCMS.Search.Tests.Engine;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("agencycms-search-").FullName;

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>What a process that is killed now leaves behind: every file as it is, the write lock included.</summary>
    public string CopyAsKilled(string name)
    {
        var copy = Of($"{name}-{Guid.NewGuid():n}");
        foreach (var file in Directory.EnumerateFiles(Of(name), "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(Of(name), file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!); // it is below the copy
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var written = File.Create(target);
            source.CopyTo(written);
        }
        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
