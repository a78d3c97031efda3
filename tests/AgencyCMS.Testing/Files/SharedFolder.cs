namespace AgencyCMS.Testing.Files;

/// <summary>The folder <c>shared</c> beside the project, with real documents and sample recipes that are not the project's own.</summary>
public static class SharedFolder
{
    /// <returns>Absolute path of a file or folder below <c>shared</c>, or null when this machine does not have it.</returns>
    /// <param name="path">Relative, such as <c>data/real-documents.jsonl</c>.</param>
    public static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", path);
            if (File.Exists(candidate) || Directory.Exists(candidate))
            {
                return candidate;
            }
        }
        return null;
    }
}
