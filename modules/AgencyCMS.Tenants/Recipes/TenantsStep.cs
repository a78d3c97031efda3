using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Running;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Lifecycle;

namespace AgencyCMS.Tenants.Recipes;

/// <summary>
/// The step <c>Tenants</c>, for the county office only: makes each tenant that is not there yet, with a store of its own. When the recipe fails later, the
/// tenants that it made are removed again.
/// </summary>
internal sealed class TenantsStep(ITenantLifecycle lifecycle, TenantRemover remover, TenantDirectory directory, TenantContext current, IActorSource actors) : IRecipeStep
{
    public IReadOnlyCollection<string> Names { get; } = ["Tenants"];

    public string? Permission => TenantPermissions.Manage;

    public void Check(RecipeStepContext context, JsonObject step)
    {
        // Before anything is made: what this step makes lies outside of the recipe's transaction.
        if (!context.Options.Runner.Can(TenantPermissions.Manage))
        {
            context.Fail(null, RecipeMessages.NotPermitted, context.Name, TenantPermissions.Manage);
        }
        if (!current.Tenant.IsCounty)
        {
            context.Fail(null, TenantRecipeMessages.CountyOnly);
        }
        foreach (var entry in step.FindObjects("Tenants"))
        {
            foreach (var key in new[] { "Name", "Title", "Recipe" }.Where(key => string.IsNullOrWhiteSpace(entry.FindText(key))))
            {
                context.Fail(entry.FindText("Name"), RecipeMessages.MissingValue, key);
            }
            if (ReadKind(entry) is null or TenantKind.CountyOffice)
            {
                context.Fail(entry.FindText("Name"), TenantRecipeMessages.UnknownKind, entry.FindText("Kind") ?? "");
            }
        }
    }

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var wanted in step.FindObjects("Tenants").Select(Read))
        {
            if (directory.FindByName(wanted.Name) is not null)
            {
                context.Unchanged(wanted.Name, TenantRecipeMessages.Known, wanted.Name);
                continue;
            }
            if (!context.Options.IsDryRun && !await CreateAsync(context, wanted, cancellationToken))
            {
                return;
            }
            context.Applied(wanted.Name, TenantRecipeMessages.Created, wanted.Name);
        }
    }

    private async Task<bool> CreateAsync(RecipeStepContext context, NewTenant wanted, CancellationToken cancellationToken)
    {
        var made = await lifecycle.CreateAsync(wanted, await actors.GetAsync(), null, cancellationToken);
        foreach (var problem in made.Problems)
        {
            context.Fail(wanted.Name, new(problem.Code, problem.Message), [.. problem.Arguments]);
        }
        if (made.TryGet(out var tenant))
        {
            context.AfterUndo(() => remover.RemoveAsync(tenant, CancellationToken.None));
        }
        return !made.IsRefused;
    }

    private static NewTenant Read(JsonObject entry) => new()
    {
        Name = entry.FindText("Name")!.Trim(), // checked before
        Title = entry.FindText("Title")!, // checked before
        TitleEn = entry.FindText("TitleEn") ?? "",
        Kind = ReadKind(entry)!.Value, // checked before
        Prefix = entry.FindText("Prefix"),
        Hosts = [.. entry.FindTexts("Hosts")],
        SiteCode = entry.FindText("SiteCode") ?? "",
        Recipe = entry.FindText("Recipe")!, // checked before
        FurtherRecipes = [.. entry.FindTexts("Recipes")],
    };

    private static TenantKind? ReadKind(JsonObject entry) =>
        Enum.TryParse<TenantKind>(entry.FindText("Kind") ?? nameof(TenantKind.Department), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;
}
