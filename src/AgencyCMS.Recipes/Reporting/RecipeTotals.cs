namespace AgencyCMS.Recipes.Reporting;

/// <summary>Counts of a report's entries; warnings and errors count entries, the others things.</summary>
public sealed record RecipeTotals(int Applied, int Unchanged, int Kept, int Skipped, int Warnings, int Errors)
{
    internal static RecipeTotals Of(IReadOnlyCollection<RecipeReportEntry> entries)
    {
        return new(
            Count(RecipeResult.Applied),
            Count(RecipeResult.Unchanged),
            Count(RecipeResult.Kept),
            Count(RecipeResult.Skipped),
            entries.Count(entry => entry.Severity is RecipeSeverity.Warning),
            entries.Count(entry => entry.Severity is RecipeSeverity.Error));

        int Count(RecipeResult result) => entries.Count(entry => entry.Result == result);
    }
}
