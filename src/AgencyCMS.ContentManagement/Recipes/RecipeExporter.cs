using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.Modularity.Archives;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Exporting;

namespace AgencyCMS.ContentManagement.Recipes;

/// <summary>
/// Writes the current tenant as a recipe that brings the same content back, here or in a stock Orchard Core site. Passwords and
/// keys are left out unless asked for.
/// </summary>
public sealed class RecipeExporter
{
    private readonly IFeatureServices<IRecipeExportSource> _contributed;
    private readonly IReadOnlyList<IRecipeExportSource> _platform;
    private readonly KeptDocuments _documents;

    internal RecipeExporter(IFeatureServices<IRecipeExportSource> contributed, IReadOnlyList<IRecipeExportSource> platform, KeptDocuments documents)
    {
        _contributed = contributed;
        _platform = platform;
        _documents = documents;
    }

    /// <param name="stream">Gets UTF-8 without byte order mark; stays open.</param>
    public async Task ExportAsync(Stream stream, RecipeExportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var variables = (await _documents.ListAsync(KeptCollections.Variables, cancellationToken))
            .ToDictionary(variable => variable.Name, variable => variable.Value.AsText() ?? "", StringComparer.Ordinal);
        await RecipeWriter.WriteAsync(stream, options.Descriptor, variables, StepsAsync(options, cancellationToken), cancellationToken);
    }

    /// <summary>Writes a package: a zip with <c>Recipe.json</c> at its root and the files beside it.</summary>
    /// <param name="stream">Gets the zip; stays open.</param>
    public async Task ExportPackageAsync(Stream stream, RecipeExportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var files = new PackageFiles();
        // A zip takes one file after the other, and which files there are is known only when the recipe is written.
        await using var recipe = TemporaryFile.Create();
        await ExportAsync(recipe, options with { Files = files }, cancellationToken);
        recipe.Position = 0;
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        await using (var entry = await zip.CreateEntry("Recipe.json", CompressionLevel.Optimal).OpenAsync(cancellationToken))
        {
            await recipe.CopyToAsync(entry, cancellationToken);
        }
        foreach (var (name, path) in files.All)
        {
            await zip.CreateEntryFromFileAsync(path, name, CompressionLevel.Fastest, cancellationToken);
        }
    }

    private async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var source in _platform.Concat(_contributed.All).Where(source => options.Has(source.Part)).OrderBy(source => source.Order))
        {
            await foreach (var step in source.StepsAsync(options, cancellationToken))
            {
                yield return step;
            }
        }
    }
}
