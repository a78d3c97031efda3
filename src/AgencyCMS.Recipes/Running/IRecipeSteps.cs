namespace AgencyCMS.Recipes.Running;

/// <summary>The steps that can be carried out for the current tenant.</summary>
public interface IRecipeSteps
{
    /// <summary>
    /// Those of the platform and of the features that are on. Asked anew for every step, since a step that switches a
    /// feature on brings the feature's own steps with it.
    /// </summary>
    IReadOnlyList<IRecipeStep> Current { get; }
}
