using System.Text.Json.Nodes;

namespace AgencyCMS.Recipes.Exporting;

/// <summary>Writes part of a tenant as recipe steps, which bring it back where they are run. Modules contribute theirs.</summary>
public interface IRecipeExportSource
{
    /// <summary>Place among the sources: what others build on comes first. See <see cref="RecipeExportOrder"/>.</summary>
    int Order { get; }

    /// <summary>By what it is chosen; follows from the place unless said otherwise.</summary>
    RecipeExportPart Part => RecipeExportOrder.PartOf(Order);

    /// <summary>The steps, each with its <c>name</c>. Much content is spread over several steps, so that none grows large.</summary>
    IAsyncEnumerable<JsonObject> StepsAsync(RecipeExportOptions options, CancellationToken cancellationToken);
}
