using System.Collections.Frozen;
using System.IO.Compression;
using AgencyCMS.Modularity.Archives;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Recipes.Files;

/// <summary>
/// A recipe as it is brought: a <c>.json</c> file, or a <c>.zip</c> package with <c>Recipe.json</c> at its root and the files that the recipe names. A package is
/// never unpacked as a whole: each file is, when a step asks for it, and only as far as the package said it would go.
/// </summary>
public sealed class RecipePackage : IRecipeFiles, IDisposable
{
    private const string RecipeName = "Recipe.json";
    private const long Megabyte = 1024 * 1024;

    private readonly FileStream? _file;
    private readonly ZipArchive? _archive;
    private readonly FrozenDictionary<string, ZipArchiveEntry> _entries;

    private RecipePackage(FileStream? file, ZipArchive? archive, FrozenDictionary<string, ZipArchiveEntry> entries)
    {
        _file = file;
        _archive = archive;
        _entries = entries;
    }

    /// <summary>The recipe. Its companion files can be read until this is disposed of.</summary>
    public RecipeSource Source { get; private set; } = null!; // set before anybody gets it

    /// <summary>Opens a file that lies in a folder; for a <c>.json</c> file what lies beside it are its companions.</summary>
    /// <param name="path">Of an existing file.</param>
    public static async Task<Outcome<RecipePackage>> OpenAsync(string path, PackageLimits limits, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        return await OpenAsync(Path.GetFileName(full), File.OpenRead(full), new RecipeFolder(Path.GetDirectoryName(full)!), limits, cancellationToken);
    }

    /// <summary>Opens a file that came alone.</summary>
    /// <param name="name">As it was called where it came from.</param>
    /// <param name="path">Of an existing file.</param>
    public static Task<Outcome<RecipePackage>> OpenUploadAsync(string name, string path, PackageLimits limits, CancellationToken cancellationToken) =>
        OpenAsync(name, File.OpenRead(path), NoRecipeFiles.Instance, limits, cancellationToken);

    /// <exception cref="InvalidDataException">The file is damaged, or longer than the package says.</exception>
    public Stream? OpenRead(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _entries.TryGetValue(path.Replace('\\', '/').TrimStart('/'), out var entry) ? GuardedZip.Unpack(entry) : null;
    }

    public void Dispose()
    {
        _archive?.Dispose();
        _file?.Dispose();
    }

    private static async Task<Outcome<RecipePackage>> OpenAsync(string name, FileStream file, IRecipeFiles beside, PackageLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var isHeld = false;
        try
        {
            var opened = Path.GetExtension(name).ToUpperInvariant() switch
            {
                _ when file.Length > limits.MaxFileBytes => RecipeProblems.TooLarge(name, limits.MaxFileBytes / Megabyte),
                ".JSON" => await ReadFileAsync(name, file, beside, limits, cancellationToken),
                ".ZIP" => await ReadPackageAsync(name, file, limits, cancellationToken),
                _ => RecipeProblems.FormatUnknown(name),
            };
            isHeld = opened.TryGet(out var package) && package._archive is not null;
            return opened;
        }
        finally
        {
            if (!isHeld)
            {
                await file.DisposeAsync();
            }
        }
    }

    private static async Task<Outcome<RecipePackage>> ReadFileAsync(string name, FileStream file, IRecipeFiles beside, PackageLimits limits, CancellationToken cancellationToken)
    {
        if (file.Length > limits.MaxRecipeBytes)
        {
            return RecipeProblems.TooLarge(name, limits.MaxRecipeBytes / Megabyte);
        }
        var utf8 = new byte[file.Length];
        await file.ReadExactlyAsync(utf8, cancellationToken);
        return new RecipePackage(null, null, FrozenDictionary<string, ZipArchiveEntry>.Empty) { Source = new(name, utf8, beside) };
    }

    private static async Task<Outcome<RecipePackage>> ReadPackageAsync(string name, FileStream file, PackageLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            var archive = GuardedZip.Open(file, new ZipLimits(limits.MaxEntries, limits.MaxUnpackedBytes) { MaxListBytes = limits.MaxDirectoryBytes });
            if (PackageNames.Refuse(name, archive.Entries) is { } problem)
            {
                return problem;
            }
            var entries = archive.Entries.Where(entry => !PackageNames.IsFolder(entry)).ToFrozenDictionary(PackageNames.Of, StringComparer.OrdinalIgnoreCase);
            if (!entries.TryGetValue(RecipeName, out var recipe))
            {
                return RecipeProblems.PackageWithoutRecipe(name);
            }
            if (recipe.Length > limits.MaxRecipeBytes)
            {
                return RecipeProblems.TooLarge(RecipeName, limits.MaxRecipeBytes / Megabyte);
            }
            var package = new RecipePackage(file, archive, entries);
            await using var content = GuardedZip.Unpack(recipe);
            var utf8 = new byte[content.Length];
            await content.ReadExactlyAsync(utf8, cancellationToken);
            package.Source = new RecipeSource(name, utf8, package);
            return package;
        }
        catch (ZipTooLargeException large)
        {
            return large.HasTooManyEntries ? RecipeProblems.PackageTooMany(name, limits.MaxEntries) : RecipeProblems.PackageTooLarge(name, limits.MaxUnpackedBytes / Megabyte);
        }
        catch (InvalidDataException)
        {
            return RecipeProblems.PackageBroken(name);
        }
    }
}
