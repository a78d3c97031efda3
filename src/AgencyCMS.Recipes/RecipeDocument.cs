using System.Text.Json.Nodes;

namespace AgencyCMS.Recipes;

/// <summary>A recipe file as read: nothing is evaluated yet.</summary>
/// <param name="Variables">Name to value; values may be expressions. Only those written before the steps count.</param>
/// <param name="Steps">In file order. A step that is not an object is null.</param>
/// <param name="HasLateVariables">The file has variables after its steps, which have no effect.</param>
public sealed record RecipeDocument(
    RecipeDescriptor Descriptor,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyList<JsonObject?> Steps,
    bool HasLateVariables);
