using System.Text.Json.Nodes;

namespace AgencyCMS.Recipes.Running;

/// <summary>A step with its values filled in, and those who carry it out (nobody for an unknown step).</summary>
internal sealed record PlannedStep(RecipeStepContext Context, JsonObject Json, IReadOnlyList<IRecipeStep> Handlers);
