using System.Collections.Immutable;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Recipes;
using AgencyCMS.Tenants.Contracts;

namespace AgencyCMS.Tenants.Lifecycle;

/// <summary>The recipes that tenants are set up by: those of the program, found by name, and files that the operator names.</summary>
internal sealed class SetupRecipes(IRecipeLibrary library)
{
    // Beside the program, both when it was built and when it was published. The parts of the demo county lie in a folder below and are not offered.
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "recipes");

    /// <summary>The recipes that are offered for set-up, in the order of their names.</summary>
    public async Task<ImmutableArray<RecipeDescriptor>> ListAsync(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<RecipeDescriptor>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*" + RecipeFolderLibrary.Extension))
        {
            var source = await RecipeSource.FromFileAsync(file, cancellationToken);
            if (Read(source).TryGet(out var recipe) && recipe.Descriptor.IsSetupRecipe)
            {
                found.Add(recipe.Descriptor);
            }
        }
        return [.. found.OrderBy(recipe => recipe.Name, StringComparer.Ordinal)];
    }

    /// <returns>Everything that is run for the tenant, in order; refused when one of it is missing or cannot be read.</returns>
    public async Task<Outcome<ImmutableArray<RecipeSource>>> FindAsync(NewTenant wanted, CancellationToken cancellationToken)
    {
        var sources = ImmutableArray.CreateBuilder<RecipeSource>();
        var problems = new List<Problem>();
        foreach (var name in wanted.FurtherRecipes.Prepend(wanted.Recipe))
        {
            var source = sources.Count == 0 && problems.Count == 0 && wanted.RecipeFile is not null
                ? await FindFileAsync(wanted.RecipeFile, cancellationToken)
                : await library.FindAsync(name, cancellationToken);
            if (source is null)
            {
                problems.Add(TenantRefusals.RecipeNotFound(name));
                continue;
            }
            problems.AddRange(Read(source).Problems);
            sources.Add(source);
        }
        return problems.Count > 0 ? Outcome.Refused<ImmutableArray<RecipeSource>>(problems) : sources.ToImmutable();
    }

    private static async Task<RecipeSource?> FindFileAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? await RecipeSource.FromFileAsync(path, cancellationToken) : null;

    private static Outcome<RecipeDocument> Read(RecipeSource source)
    {
        try
        {
            return RecipeReader.Read(source.Utf8);
        }
        catch (RecipeFormatException fault)
        {
            return TenantRefusals.RecipeNotReadable(source.File, fault.Message);
        }
    }
}
