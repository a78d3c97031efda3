namespace AgencyCMS.Testing.Files;

/// <summary>A folder of a test's own, removed with all that is in it.</summary>
public sealed class TestFolder : IDisposable
{
    /// <summary>Absolute path; the folder exists.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("agencycms-test-").FullName;

    public void Dispose() => Remove(Path);

    internal static void Remove(string path) => Directory.Delete(path, recursive: true);
}
