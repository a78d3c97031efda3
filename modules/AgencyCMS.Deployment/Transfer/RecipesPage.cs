using System.Collections.Immutable;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Recipes.Exporting;
using AgencyCMS.Recipes.Reporting;

namespace AgencyCMS.Deployment.Transfer;

/// <summary>The forms to bring a recipe and to take one, and above them what the recipe at hand would do or has done.</summary>
internal sealed record RecipesPage
{
    /// <summary>Null when no recipe is at hand.</summary>
    public RecipeReport? Report { get; init; }

    /// <summary>Key of the upload that can be run; null when there is nothing to confirm.</summary>
    public string? Key { get; init; }

    /// <summary>The accounts that were made; their passwords are shown only now.</summary>
    public ImmutableArray<ProvisionedAccount> Accounts { get; init; } = [];

    /// <summary>The parts that are ticked in the form of the export.</summary>
    public IReadOnlySet<RecipeExportPart> Parts { get; init; } = Enum.GetValues<RecipeExportPart>().ToHashSet();

    public IEnumerable<RecipeStepLine> Steps => (Report?.Entries ?? [])
        .Where(entry => entry.StepIndex is not null)
        .GroupBy(entry => (entry.File, entry.StepIndex, entry.StepName))
        .Select(step => new RecipeStepLine(step.Key.File, step.Key.StepIndex!.Value + 1, step.Key.StepName ?? "", [.. step])); // only those with a place

    /// <summary>What is about the recipe as a whole.</summary>
    public IEnumerable<RecipeReportEntry> Remarks => (Report?.Entries ?? []).Where(entry => entry.StepIndex is null);

    /// <summary>Name of the input, for the field around it.</summary>
    public string? File => null;

    public bool Confirmed => false;
}

/// <summary>One step of a recipe with all that was reported of it.</summary>
/// <param name="Number">Its place in its file, from 1.</param>
internal sealed record RecipeStepLine(string File, int Number, string Name, ImmutableArray<RecipeReportEntry> Entries)
{
    /// <summary>Longer lists are cut on the page; the counts say how long they are.</summary>
    public const int MaxShown = 50;

    public int Count(RecipeResult result) => Entries.Count(entry => entry.Result == result);

    public bool HasErrors => Entries.Any(entry => entry.Severity == RecipeSeverity.Error);

    /// <summary>Something was not taken over as the recipe says; the reasons must not be overlooked.</summary>
    public bool LeavesOut => Entries.Any(entry => entry.Result == RecipeResult.Skipped || entry.Severity == RecipeSeverity.Warning);

    /// <summary>The gravest first, and of these what was left out.</summary>
    public IEnumerable<RecipeReportEntry> Shown => Entries.OrderByDescending(entry => entry.Severity).ThenByDescending(entry => entry.Result == RecipeResult.Skipped).Take(MaxShown);
}
