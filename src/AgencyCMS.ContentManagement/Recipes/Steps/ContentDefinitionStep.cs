using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Steps;

/// <summary>Merges, replaces or deletes content types and parts. Items are never touched.</summary>
internal sealed class ContentDefinitionStep(DefinitionStore store) : IRecipeStep
{
    private const string Merge = "ContentDefinition";
    private const string Replace = "ReplaceContentDefinition";
    private const string Delete = "DeleteContentDefinition";

    public IReadOnlyCollection<string> Names { get; } = [Merge, Replace, Delete];

    public string? Permission => "contents.edit-types";

    public void Check(RecipeStepContext context, JsonObject step)
    {
        foreach (var list in new[] { "ContentTypes", "ContentParts" })
        {
            foreach (var _ in step.FindObjects(list).Where(record => string.IsNullOrEmpty(record.FindText("Name"))))
            {
                context.Fail(null, ContentRecipeMessages.NameMissing, list);
            }
        }
    }

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        SeenTexts.TidyAll(step);
        var after = Apply(context, step, await store.GetAsync(cancellationToken));
        var given = ContentDefinitionJson.Read(step);
        foreach (var problem in IsDeletion(context) ? [] : DefinitionNames.Check(after, [.. given.Types.Keys], [.. given.Parts.Keys]))
        {
            context.Fail(null, new(problem.Code, problem.Message), [.. problem.Arguments]);
        }
        await store.PutAsync(after, cancellationToken);
    }

    private static bool IsDeletion(RecipeStepContext context) => context.Name.Equals(Delete, StringComparison.OrdinalIgnoreCase);

    private static ContentDefinitions Apply(RecipeStepContext context, JsonObject step, ContentDefinitions before)
    {
        if (IsDeletion(context))
        {
            return Without(context, step, before);
        }
        var given = ContentDefinitionJson.Read(step);
        var after = context.Name.Equals(Replace, StringComparison.OrdinalIgnoreCase) ? before.ReplacedBy(given) : before.MergedWith(given);
        foreach (var name in given.Types.Keys)
        {
            Report(context, name, after.FindType(name)!.Equals(before.FindType(name)));
        }
        foreach (var name in given.Parts.Keys)
        {
            Report(context, name, after.FindPart(name)!.Equals(before.FindPart(name)));
        }
        return after;
    }

    private static ContentDefinitions Without(RecipeStepContext context, JsonObject step, ContentDefinitions before)
    {
        var types = step.FindTexts("ContentTypes");
        var parts = step.FindTexts("ContentParts");
        var known = types.Where(before.Types.ContainsKey).Concat(parts.Where(before.Parts.ContainsKey)).ToList();
        known.ForEach(name => context.Applied(name, ContentRecipeMessages.DefinitionDeleted, name));
        foreach (var name in types.Concat(parts).Except(known))
        {
            context.Unchanged(name, ContentRecipeMessages.DefinitionAbsent, name);
        }
        return before.Without(types, parts);
    }

    private static void Report(RecipeStepContext context, string name, bool isSame)
    {
        if (isSame)
        {
            context.Unchanged(name, ContentRecipeMessages.DefinitionSame, name);
        }
        else
        {
            context.Applied(name, ContentRecipeMessages.DefinitionSet, name);
        }
    }
}
