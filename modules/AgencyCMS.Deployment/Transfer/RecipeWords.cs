using AgencyCMS.Presentation;
using AgencyCMS.Recipes.Exporting;
using AgencyCMS.Recipes.Reporting;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Deployment.Transfer;

/// <summary>How a recipe's report and the parts of an export are said and coloured.</summary>
internal static class RecipeWords
{
    public static string Of(IStringLocalizer localizer, RecipeReportEntry entry) => localizer[entry.Message.Text, [.. entry.Arguments]];

    public static string KindOf(IStringLocalizer localizer, RecipeReportEntry entry) => entry switch
    {
        { Severity: RecipeSeverity.Error } => localizer["Error"],
        { Result: RecipeResult.Applied } => localizer["Changed"],
        { Result: RecipeResult.Unchanged } => localizer["Unchanged"],
        { Result: RecipeResult.Kept } => localizer["Kept"],
        { Result: RecipeResult.Skipped } => localizer["Left out"],
        { Severity: RecipeSeverity.Warning } => localizer["Warning"],
        _ => localizer["Remark"],
    };

    public static AlertKind ColourOf(RecipeReportEntry entry) => entry switch
    {
        { Severity: RecipeSeverity.Error } => AlertKind.Bad,
        { Severity: RecipeSeverity.Warning } => AlertKind.Warn,
        { Result: RecipeResult.Applied } => AlertKind.Good,
        _ => AlertKind.Neutral,
    };

    public static string Of(IStringLocalizer localizer, RecipeExportPart part) => part switch
    {
        RecipeExportPart.Features => localizer["Features and theme"],
        RecipeExportPart.Roles => localizer["Roles"],
        RecipeExportPart.Settings => localizer["Settings"],
        RecipeExportPart.Definitions => localizer["Content types, vocabularies and catalogue"],
        RecipeExportPart.Media => localizer["Files and attachments"],
        RecipeExportPart.Content => localizer["Content"],
        _ => localizer["What was kept of other recipes"],
    };
}
