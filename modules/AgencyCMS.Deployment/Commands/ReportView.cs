using System.Collections.Immutable;
using System.Globalization;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Recipes.Reporting;

namespace AgencyCMS.Deployment.Commands;

/// <summary>A recipe's report as commands print it.</summary>
/// <param name="Report">What was done, or would be.</param>
/// <param name="Accounts">The accounts that were made; their passwords are shown only here.</param>
internal sealed record ReportView(RecipeReport Report, ImmutableArray<ProvisionedAccount> Accounts)
{
    public string ToText()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var entry in Report.Entries)
        {
            text.WriteLine($"{Mark(entry),-9}  {Place(entry)}{entry.Text}");
        }
        var totals = Report.Totals;
        text.WriteLine($"{totals.Applied} applied, {totals.Unchanged} unchanged, {totals.Kept} kept, {totals.Skipped} skipped, {totals.Warnings} warnings, {totals.Errors} errors.");
        text.Write(Report switch
        {
            { IsCommitted: true } => "The recipe was run.",
            { HasErrors: true } => "Nothing was changed.",
            _ => "This was a dry run: nothing was changed.",
        });
        foreach (var account in Accounts)
        {
            text.Write($"{Environment.NewLine}{account.UserName}  {account.Password}");
        }
        return text.ToString();
    }

    private static string Mark(RecipeReportEntry entry) => entry switch
    {
        { Severity: RecipeSeverity.Error } => "error",
        { Result: not RecipeResult.None } => entry.Result.ToString().ToLowerInvariant(),
        { Severity: RecipeSeverity.Warning } => "warning",
        _ => "",
    };

    private static string Place(RecipeReportEntry entry) => entry.StepIndex is { } index ? string.Create(CultureInfo.InvariantCulture, $"#{index + 1} {entry.StepName}: ") : "";
}
