using System.Globalization;
using System.Text.Json.Nodes;
using AgencyCMS.Content.Publishing;
using AgencyCMS.Content.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Recipes;
using AgencyCMS.Modularity.Recipes.Running;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Content.Recipes.Steps;

/// <summary>
/// What a version does not say of its item: that it was withdrawn, when and why, and which addresses it had. Follows the content in an export of this platform; other
/// sites pass over it.
/// </summary>
internal sealed class ContentHistoryStep(TenantDb db) : IRecipeStep
{
    internal const string Name = "ContentHistory";
    internal const string Withdrawn = nameof(Withdrawn);
    internal const string Addresses = nameof(Addresses);

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string? Permission => "contents.publish";

    public async Task ExecuteAsync(RecipeStepContext context, JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var entry in step.FindObjects(Withdrawn))
        {
            await WithdrawAsync(context, entry, cancellationToken);
        }
        foreach (var entry in step.FindObjects(Addresses))
        {
            await TakeAddressAsync(context, entry, cancellationToken);
        }
    }

    private async Task WithdrawAsync(RecipeStepContext context, JsonObject entry, CancellationToken cancellationToken)
    {
        var id = entry.FindText("ContentItemId") ?? "";
        var row = await db.Set<ContentItemRow>().FirstOrDefaultAsync(row => row.ContentItemId == id, cancellationToken);
        if (row is null || ReadInstant(entry, "WithdrawnUtc") is not { } at)
        {
            context.Skipped(id, ContentRecipeMessages.ItemNotThere, id);
        }
        else if (row.WithdrawnAt == at)
        {
            context.Unchanged(id, ContentRecipeMessages.WithdrawnSame, row.DisplayText);
        }
        else if (row.PublishedVersionId is not null)
        {
            context.Skipped(id, ContentRecipeMessages.WithdrawnIsPublic, row.DisplayText);
        }
        else
        {
            (row.WithdrawnAt, row.WithdrawalReason) = (at, entry.FindText("Reason") ?? "");
            row.PublishedAt ??= ReadInstant(entry, "PublishedUtc");
            row.Stamp++;
            context.Applied(id, ContentRecipeMessages.WithdrawnStored, row.DisplayText);
        }
    }

    private async Task TakeAddressAsync(RecipeStepContext context, JsonObject entry, CancellationToken cancellationToken)
    {
        var id = entry.FindText("ContentItemId") ?? "";
        var path = ContentRoutes.Normalise(entry.FindText("Path") ?? "");
        if (path.Length == 0 || !await db.Set<ContentItemRow>().AnyAsync(row => row.ContentItemId == id, cancellationToken))
        {
            context.Skipped(id, ContentRecipeMessages.ItemNotThere, id);
            return;
        }
        var known = await db.Set<ContentRouteRow>().FirstOrDefaultAsync(row => row.Path == path, cancellationToken);
        if (known is null)
        {
            db.Add(new ContentRouteRow { Path = path, ContentItemId = id, IsCurrent = entry.FindFlag("IsCurrent") ?? false });
            context.Applied(id, ContentRecipeMessages.AddressStored, path);
        }
        else if (known.ContentItemId == id)
        {
            context.Unchanged(id, ContentRecipeMessages.AddressSame, path);
        }
        else
        {
            context.Skipped(id, ContentRecipeMessages.AddressOfAnother, path);
        }
    }

    private static DateTimeOffset? ReadInstant(JsonObject entry, string key) =>
        DateTimeOffset.TryParse(entry.FindText(key), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
}
