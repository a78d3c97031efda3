namespace AgencyCMS.Recipes.Running;

/// <summary>What a recipe and those it calls will do.</summary>
/// <param name="Steps">In the order in which they are carried out.</param>
/// <param name="KeptVariables">Values of the variables that expressions name which were kept as written.</param>
internal sealed record RecipePlan(IReadOnlyList<PlannedStep> Steps, IReadOnlyDictionary<string, string> KeptVariables);
