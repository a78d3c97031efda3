using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Domain;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.Disclosure.Recipes;

/// <summary>Step <c>Catalogue</c>: the tenant adopts its share of the entries.</summary>
internal sealed class CatalogueStep(CatalogueEditor editor, TenantContext tenants) : IRecipeStep
{
    private static readonly RecipeMessage Adopted = new("disclosure.entry-adopted", "Catalogue entry adopted.");
    private static readonly RecipeMessage Same = new("disclosure.entry-same", "Catalogue entry unchanged.");
    private static readonly RecipeMessage NotForKind = new("disclosure.entry-not-for-kind", "The catalogue entry is not for this kind of agency.");
    private static readonly RecipeMessage Incomplete = new("disclosure.entry-incomplete", "A catalogue entry needs a code and a title.");

    private static readonly RecipeMessage Refused = new("disclosure.catalogue-refused", "The catalogue was refused: {0}");

    public IReadOnlyCollection<string> Names { get; } = ["Catalogue"];

    public string? Permission => DisclosurePermissions.EditCatalogueId;

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        var entries = step["Entries"] as JsonArray ?? [];
        if (entries.Count > CatalogueShape.MaxEntries)
        {
            context.Fail(null, Refused, DisclosureProblems.CatalogueTooLarge().ToEnglish());
            return;
        }
        var position = 0;
        foreach (var entry in entries.OfType<JsonObject>())
        {
            SeenTexts.TidyAll(entry);
            var code = entry["Code"]?.GetValue<string>();
            if (string.IsNullOrEmpty(code) || string.IsNullOrEmpty(entry["Title"]?.GetValue<string>()))
            {
                context.Fail(code, Incomplete);
                return;
            }
            if (ProblemOf(code, entry) is { } problem)
            {
                context.Fail(Characters.Shorten(code, CatalogueTexts.MaxCode), Refused, problem.ToEnglish());
                return;
            }
            if (entry["AppliesTo"].Deserialize<string[]>() is { Length: > 0 } kinds && !kinds.Contains(tenants.Tenant.Kind.ToString()))
            {
                context.Report(code, RecipeSeverity.Information, RecipeResult.Skipped, NotForKind);
            }
            else if (await editor.AdoptAsync(entry, ++position, cancellationToken))
            {
                context.Applied(code, Adopted);
            }
            else
            {
                context.Unchanged(code, Same);
            }
        }
        if (await editor.CheckShapeAsync(null, cancellationToken) is { IsRefused: true } shape)
        {
            context.Fail(null, Refused, shape.Problems[0].ToEnglish());
        }
        else if (await editor.FindHiddenAsync(cancellationToken) is { } hidden)
        {
            context.Fail(null, Refused, DisclosureProblems.EntryHoldsItems(hidden).ToEnglish());
        }
    }

    private static Problem? ProblemOf(string code, JsonObject entry)
    {
        if (Characters.Exceeds(code, CatalogueTexts.MaxCode))
        {
            return DisclosureProblems.EntryTextTooLong("Code", CatalogueTexts.MaxCode);
        }
        if (entry.ToJsonString().Length > CatalogueTexts.MaxDetails)
        {
            return DisclosureProblems.EntryTextTooLong("Entries", CatalogueTexts.MaxDetails);
        }
        return CatalogueTexts.Check(TextOf(entry, "Title"), TextOf(entry, "TitleEn"), TextOf(entry, "Description"))
            .Concat(SeenTexts.CheckAll(entry).Select(found => found.Problem)).FirstOrDefault();
    }

    private static string? TextOf(JsonObject entry, string name) => entry[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
