using System.Globalization;
using System.Text.Json.Nodes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.Disclosure.Recipes;

/// <summary>Step <c>CatalogueDeclarations</c>: the agency declares that it has no such matter.</summary>
internal sealed class CatalogueDeclarationsStep(CatalogueEditor editor, TenantDb db) : IRecipeStep
{
    private static readonly RecipeMessage Declared = new("disclosure.declared", "Declared: the agency has no such matter.");
    private static readonly RecipeMessage Same = new("disclosure.declared-same", "Declared already: the agency has no such matter.");
    private static readonly RecipeMessage Left = new("disclosure.declaration-left", "Somebody here has decided otherwise about this entry; that stands.");
    private static readonly RecipeMessage Holds = new("disclosure.declaration-holds", "Nothing was declared: items stand in this entry.");
    private static readonly RecipeMessage Refused = new("disclosure.declaration-refused", "The declaration was refused: {0}");

    public IReadOnlyCollection<string> Names { get; } = ["CatalogueDeclarations"];

    public string? Permission => DisclosurePermissions.EditCatalogueId;

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var declaration in (step["Declarations"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var entry = declaration["Entry"]?.GetValue<string>() ?? "";
            var on = DateOnly.TryParseExact(declaration["DeclaredOn"]?.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null;
            var before = await db.Set<CatalogueEntryRow>().FindAsync([db.CurrentTenantId, entry], cancellationToken);
            if (before is { NoneReason: { } reason } && reason == declaration["Reason"]?.GetValue<string>().Trim() && (on is null || before.NoneDeclaredOn == on))
            {
                context.Unchanged(entry, Same);
                continue;
            }
            if (before?.NoneTakenBackAt is not null || before?.NoneReason is not null)
            {
                context.Skipped(entry, Left);
                continue;
            }
            if (await editor.HoldsItemsAsync(entry, cancellationToken))
            {
                context.Skipped(entry, Holds);
                continue;
            }
            var outcome = await editor.DeclareNoneAsync(entry, declaration["Reason"]?.GetValue<string>() ?? "", on, isBrought: !context.IsFromLibrary, cancellationToken);
            if (outcome.IsRefused)
            {
                context.Fail(entry, Refused, outcome.Problems[0].ToEnglish());
                return;
            }
            context.Applied(entry, Declared);
        }
    }
}
