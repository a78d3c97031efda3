using System.Globalization;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes.Content;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Running;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Recipes.Steps;

/// <summary>
/// What a version does not say of its item: that it was withdrawn, when and why, and which addresses it had. Follows the content in an export of this platform; other
/// sites pass over it.
/// </summary>
internal sealed class ContentHistoryStep(TenantDb db, ContentChecks checks, TimeProvider clock) : IRecipeStep
{
    internal const string Name = "ContentHistory";
    internal const string Withdrawn = nameof(Withdrawn);
    internal const string Addresses = nameof(Addresses);

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string? Permission => ContentRights.Publish;

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
            context.Skipped(null, ContentRecipeMessages.ItemNotThere, Shown(id));
        }
        else if (IsOfOthers(context, row) || IsFaulty(context, row, entry, at))
        {
            return;
        }
        else if (row.WithdrawnAt is not null)
        {
            // Who has withdrawn it here, why and when, stands.
            context.Unchanged(id, ContentRecipeMessages.WithdrawnSame, row.DisplayText);
        }
        else if (row.PublishedVersionId is not null)
        {
            context.Skipped(id, ContentRecipeMessages.WithdrawnIsPublic, row.DisplayText);
        }
        else if (row.PublishedAt is null && LocalDecisions.Of(context).Before(row.ContentItemId, row) is not null)
        {
            context.Skipped(id, ContentRecipeMessages.WithdrawnIsOwn, row.DisplayText);
        }
        else
        {
            (row.WithdrawnAt, row.WithdrawalReason) = (at, StorableText.Tidy(entry.FindText("Reason") ?? ""));
            TakePublication(context, row, ReadInstant(entry, "PublishedUtc"));
            row.Stamp++;
            context.Applied(id, ContentRecipeMessages.WithdrawnStored, row.DisplayText);
        }
    }

    // For the runner it is not there, as for ContentImport.
    private static bool IsOfOthers(RecipeStepContext context, ContentItemRow row)
    {
        var isOfOthers = LocalDecisions.Of(context).Before(row.ContentItemId, row) is { IsOfOthers: true };
        if (isOfOthers)
        {
            context.Skipped(row.ContentItemId, ContentRecipeMessages.ItemOfOthers, row.ContentItemId);
        }
        return isOfOthers;
    }

    private bool IsFaulty(RecipeStepContext context, ContentItemRow row, JsonObject entry, DateTimeOffset at)
    {
        var publishedAt = ReadInstant(entry, "PublishedUtc");
        var isTooLong = Characters.Exceeds(entry.FindText("Reason"), ContentLimits.Reason);
        if (isTooLong)
        {
            context.Fail(row.ContentItemId, ContentRecipeMessages.ReasonTooLong, row.DisplayText, ContentLimits.Reason);
        }
        var unseen = TextProblems.CheckSeen("Reason", StorableText.Tidy(entry.FindText("Reason") ?? ""));
        if (unseen is not null)
        {
            context.Fail(row.ContentItemId, new(unseen.Code, unseen.Message), [.. unseen.Arguments]);
        }
        // What never was public cannot have been withdrawn.
        var isPossible = (publishedAt ?? row.PublishedAt) is not null && ContentLimits.IsPlausible(at) && at <= clock.GetUtcNow() && (publishedAt is not { } published || (ContentLimits.IsPlausible(published) && published <= at));
        if (!isPossible)
        {
            context.Fail(row.ContentItemId, ContentRecipeMessages.HistoryNotPossible, row.DisplayText);
        }
        return isTooLong || unseen is not null || !isPossible;
    }

    // Whoever publishes the item again makes nobody believe that it was this site where it was published first.
    private void TakePublication(RecipeStepContext context, ContentItemRow row, DateTimeOffset? publishedAt)
    {
        if (row.PublishedAt is not null || publishedAt is null)
        {
            return;
        }
        row.PublishedAt = publishedAt;
        row.ImportedAt = context.IsFromLibrary ? null : clock.GetUtcNow();
    }

    private async Task TakeAddressAsync(RecipeStepContext context, JsonObject entry, CancellationToken cancellationToken)
    {
        var id = entry.FindText("ContentItemId") ?? "";
        var path = ContentRoutes.Normalise(entry.FindText("Path") ?? "");
        var row = await db.Set<ContentItemRow>().FirstOrDefaultAsync(row => row.ContentItemId == id, cancellationToken);
        if (path.Length == 0 || row is null)
        {
            context.Skipped(null, ContentRecipeMessages.ItemNotThere, Shown(id));
            return;
        }
        if (IsOfOthers(context, row))
        {
            return;
        }
        var known = await db.Set<ContentRouteRow>().FirstOrDefaultAsync(row => row.Path == path, cancellationToken);
        if (known is null && await FindAddressProblemAsync(row, path, cancellationToken) is { } problem)
        {
            context.Fail(id, new(problem.Code, problem.Message), [.. problem.Arguments]);
        }
        else if (known is null)
        {
            var hasCurrent = db.Set<ContentRouteRow>().Local.Any(route => route.ContentItemId == id && route.IsCurrent)
                || await db.Set<ContentRouteRow>().AnyAsync(route => route.ContentItemId == id && route.IsCurrent, cancellationToken);
            db.Add(new ContentRouteRow { Path = path, ContentItemId = id, IsCurrent = !hasCurrent && (entry.FindFlag("IsCurrent") ?? false) });
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

    // Asked as for an item that is saved with this address; what else may be wrong with the item is not the matter here.
    private async Task<Problem?> FindAddressProblemAsync(ContentItemRow row, string path, CancellationToken cancellationToken)
    {
        var json = await db.Set<ContentVersionRow>().Where(version => version.ContentItemVersionId == row.LatestVersionId).Select(version => version.Json).FirstAsync(cancellationToken);
        var item = ContentItem.FromJson(json).Alter<AutoroutePart>(part => (part.Path, part.Disabled) = (path, false));
        return (await checks.CheckPreparedAsync(item, isPublishing: false, cancellationToken)).Find(problem => problem.Field == nameof(AutoroutePart.Path));
    }

    private static string Shown(string text) => Characters.Shorten(text, 60);

    private static DateTimeOffset? ReadInstant(JsonObject entry, string key) =>
        DateTimeOffset.TryParse(entry.FindText(key), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
}
