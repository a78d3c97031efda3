using AgencyCMS.Recipes.Files;
using AgencyCMS.Recipes.Reporting;

namespace AgencyCMS.Recipes.Running;

/// <summary>Where a step stands, and the place to report to.</summary>
public sealed class RecipeStepContext
{
    private readonly RecipeLog _log;
    private readonly DeferredWork _deferred;

    internal RecipeStepContext(string file, int index, string name, RecipeSource source, RecipeRunOptions options, RecipeLog log, DeferredWork deferred)
    {
        (File, Index, Name, Files, IsFromLibrary, Options) = (file, index, name, source.Files, source.IsFromLibrary, options);
        (_log, _deferred) = (log, deferred);
    }

    /// <summary>Name of the recipe file.</summary>
    public string File { get; }

    /// <summary>Place of the step in its file, from 0.</summary>
    public int Index { get; }

    /// <summary>The step's name as the file spells it.</summary>
    public string Name { get; }

    /// <summary>What travels with the recipe.</summary>
    public IRecipeFiles Files { get; }

    /// <inheritdoc cref="RecipeSource.IsFromLibrary"/>
    public bool IsFromLibrary { get; }

    public RecipeRunOptions Options { get; }

    /// <summary>Things kept for the whole run, such as the version ids that were seen; keyed by the class that uses them.</summary>
    public IDictionary<Type, object> Memory { get; internal init; } = new Dictionary<Type, object>();

    public void Applied(string? itemId, RecipeMessage message, params object[] arguments) =>
        Report(itemId, RecipeSeverity.Information, RecipeResult.Applied, message, arguments);

    public void Unchanged(string? itemId, RecipeMessage message, params object[] arguments) =>
        Report(itemId, RecipeSeverity.Information, RecipeResult.Unchanged, message, arguments);

    public void Kept(string? itemId, RecipeMessage message, params object[] arguments) =>
        Report(itemId, RecipeSeverity.Information, RecipeResult.Kept, message, arguments);

    /// <summary>A thing was left out; a warning, since it is missing afterwards.</summary>
    public void Skipped(string? itemId, RecipeMessage message, params object[] arguments) =>
        Report(itemId, RecipeSeverity.Warning, RecipeResult.Skipped, message, arguments);

    /// <summary>A remark beside what became of the thing.</summary>
    public void Warn(string? itemId, RecipeMessage message, params object[] arguments) =>
        Report(itemId, RecipeSeverity.Warning, RecipeResult.None, message, arguments);

    /// <summary>The recipe cannot run, or ends here and is undone.</summary>
    public void Fail(string? itemId, RecipeMessage message, params object[] arguments) =>
        Report(itemId, RecipeSeverity.Error, RecipeResult.None, message, arguments);

    public void Report(string? itemId, RecipeSeverity severity, RecipeResult result, RecipeMessage message, params object[] arguments) =>
        _log.Add(new(File, Index, Name, itemId, severity, result, message, arguments));

    /// <summary>
    /// Asks for work when all steps are done and nothing is stored yet: what belongs to another store and may still
    /// refuse. Reporting an error there undoes the recipe.
    /// </summary>
    public void BeforeCommit(Func<CancellationToken, Task> work) => _deferred.BeforeCommit.Add(work);

    /// <summary>
    /// Asks for work that must not be done before all is stored, such as telling others to read anew. It is not
    /// undone by anything, so it must be safe to lose and to repeat.
    /// </summary>
    public void AfterCommit(Func<CancellationToken, Task> work) => _deferred.AfterCommit.Add(work);

    /// <summary>
    /// Says how to undo what the step has done outside of the recipe's transaction. Done when the recipe does not come to
    /// its commit, whatever the reason; the latest first.
    /// </summary>
    public void AfterUndo(Func<Task> work) => _deferred.AfterUndo.Add(work);
}
