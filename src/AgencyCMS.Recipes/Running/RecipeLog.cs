using AgencyCMS.Recipes.Reporting;

namespace AgencyCMS.Recipes.Running;

/// <summary>The report while it is being written.</summary>
internal sealed class RecipeLog
{
    private readonly List<RecipeReportEntry> _entries = [];

    internal bool HasErrors { get; private set; }

    internal void Add(RecipeReportEntry entry)
    {
        _entries.Add(entry);
        HasErrors |= entry.Severity is RecipeSeverity.Error;
    }

    /// <summary>Whether the step has reported something that it changed.</summary>
    internal bool HasApplied(RecipeStepContext step) =>
        _entries.Exists(entry => entry.Result == RecipeResult.Applied && entry.StepIndex == step.Index && entry.File == step.File);

    internal RecipeReport ToReport(string file, bool isDryRun, bool isCommitted) => new(file, isDryRun, isCommitted, [.. _entries]);
}
