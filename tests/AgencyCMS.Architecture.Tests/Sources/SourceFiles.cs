using AgencyCMS.Testing.Files;

namespace AgencyCMS.Architecture.Tests.Sources;

/// <summary>The project's own source files; what the build made is left out.</summary>
internal static class SourceFiles
{
    private static readonly string[] Roots = ["src", "modules", "themes"];
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "dist", "App_Data"];

    /// <summary>Path below the solution, with forward slashes, and text.</summary>
    public static IReadOnlyList<(string Path, string Text)> All { get; } =
        [.. Roots.SelectMany(root => Read(Repository.PathOf(root), ".cs", ".cshtml")).Select(file => (file.Path, WithoutComments(file.Text)))];

    /// <summary>Every file with one of the extensions.</summary>
    public static IEnumerable<(string Path, string Text)> Read(string folder, params string[] extensions) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => extensions.Contains(Path.GetExtension(path)))
        .Select(path => (Path: Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), Full: path))
        .Where(file => !file.Path.Split('/').Any(Skipped.Contains))
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .Select(file => (file.Path, File.ReadAllText(file.Full)));

    private static string WithoutComments(string text) => string.Join('\n', text.Split('\n').Where(line => !line.AsSpan().TrimStart().StartsWith("//")));
}
