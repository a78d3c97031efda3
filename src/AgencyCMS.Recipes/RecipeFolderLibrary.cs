using System.Collections.Concurrent;

namespace AgencyCMS.Recipes;

/// <summary>The files named <c>*.recipe.json</c> in some folders, without their subfolders. A later folder wins.</summary>
/// <param name="folders">Those that do not exist are passed over.</param>
public sealed class RecipeFolderLibrary(IReadOnlyList<string> folders) : IRecipeLibrary
{
    public const string Extension = ".recipe.json";

    // A set-up looks for several recipes; reading every file for each of them would take longer than running one.
    private readonly ConcurrentDictionary<string, (DateTime WrittenAt, string Name)> _names = new(StringComparer.Ordinal);

    /// <summary>A recipe answers to the name in its envelope and to the name of its file.</summary>
    public async Task<RecipeSource?> FindAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var file in Files().Reverse())
        {
            if (NameOf(file).Equals(name, StringComparison.OrdinalIgnoreCase) || (await EnvelopeNameAsync(file, cancellationToken)).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return await RecipeSource.FromFileAsync(file, cancellationToken) with { IsFromLibrary = true };
            }
        }
        return null;
    }

    private IEnumerable<string> Files() => folders
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal));

    private static string NameOf(string file) => Path.GetFileName(file)[..^Extension.Length];

    private async Task<string> EnvelopeNameAsync(string file, CancellationToken cancellationToken)
    {
        var writtenAt = File.GetLastWriteTimeUtc(file);
        if (!_names.TryGetValue(file, out var known) || known.WrittenAt != writtenAt)
        {
            known = (writtenAt, ReadName(await RecipeSource.FromFileAsync(file, cancellationToken)));
            _names[file] = known;
        }
        return known.Name;
    }

    private static string ReadName(RecipeSource source)
    {
        try
        {
            return RecipeReader.Read(source.Utf8).Descriptor.Name;
        }
        catch (RecipeFormatException)
        {
            // A broken neighbour must not hide the recipe asked for; running it by its file name reports the fault.
            return "";
        }
    }
}
