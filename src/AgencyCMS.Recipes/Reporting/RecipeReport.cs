namespace AgencyCMS.Recipes.Reporting;

/// <summary>What a run did, or on a dry run would do, line by line. Nothing that a recipe holds is passed over in silence.</summary>
/// <param name="IsCommitted">False on a dry run and after an error: then the tenant is as it was before.</param>
public sealed record RecipeReport(string File, bool IsDryRun, bool IsCommitted, IReadOnlyList<RecipeReportEntry> Entries)
{
    public RecipeTotals Totals { get; } = RecipeTotals.Of(Entries);

    public bool HasErrors => Totals.Errors > 0;

    public IEnumerable<RecipeReportEntry> Errors => Entries.Where(entry => entry.Severity is RecipeSeverity.Error);
}
