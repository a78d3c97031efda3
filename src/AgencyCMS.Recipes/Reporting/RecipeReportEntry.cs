using System.Globalization;

namespace AgencyCMS.Recipes.Reporting;

/// <summary>One line of a recipe's report.</summary>
/// <param name="File">Name of the recipe file, also for entries of inner recipes.</param>
/// <param name="StepIndex">Place of the step in its file, from 0; null for the file as a whole.</param>
/// <param name="ItemId">Id or name of the thing concerned; null for the step as a whole.</param>
/// <param name="Arguments">Fill the placeholders of the message.</param>
public sealed record RecipeReportEntry(
    string File,
    int? StepIndex,
    string? StepName,
    string? ItemId,
    RecipeSeverity Severity,
    RecipeResult Result,
    RecipeMessage Message,
    IReadOnlyList<object> Arguments)
{
    public string Code => Message.Code;

    /// <summary>The message in English. Pages translate <see cref="RecipeMessage.Text"/> and fill in the arguments.</summary>
    public string Text => string.Format(CultureInfo.InvariantCulture, Message.Text, [.. Arguments]);
}
