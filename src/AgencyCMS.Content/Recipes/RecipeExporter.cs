using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgencyCMS.Content.Recipes.Kept;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Recipes;
using AgencyCMS.Modularity.Recipes.Exporting;

namespace AgencyCMS.Content.Recipes;

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

    private async IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var source in _platform.Concat(_contributed.All).OrderBy(source => source.Order))
        {
            await foreach (var step in source.StepsAsync(options, cancellationToken))
            {
                yield return step;
            }
        }
    }
}
