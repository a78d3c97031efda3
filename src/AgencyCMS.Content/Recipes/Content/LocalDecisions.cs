using AgencyCMS.Content.Items;
using AgencyCMS.Content.Items.Parts;
using AgencyCMS.Content.Publishing;
using AgencyCMS.Content.Storage;
using AgencyCMS.Modularity.Recipes.Reporting;
using AgencyCMS.Modularity.Recipes.Running;

namespace AgencyCMS.Content.Recipes.Content;

/// <summary>
/// What people have decided about an item here is theirs: a recipe takes no withdrawal back, now or later, opens nothing to more readers, changes no schedule and
/// plans nothing anew that was called off.
/// </summary>
internal sealed class LocalDecisions
{
    // Several versions of an item may come in one recipe: what the recipe itself has made of it binds nobody.
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    private LocalDecisions()
    {
    }

    /// <summary>Those that one run of a recipe has to respect.</summary>
    internal static LocalDecisions Of(RecipeStepContext context)
    {
        if (!context.Memory.TryGetValue(typeof(LocalDecisions), out var known))
        {
            context.Memory[typeof(LocalDecisions)] = known = new LocalDecisions();
        }
        return (LocalDecisions)known;
    }

    /// <summary>Says that the recipe has written the item.</summary>
    internal void Add(ContentItem item) => _own.Add(item.ContentItemId);

    /// <summary>True when the item's state is not of this recipe's making.</summary>
    internal bool Binds(ContentItemRow? row) => row is not null && !_own.Contains(row.ContentItemId);

    /// <param name="row">The item as it is here.</param>
    /// <param name="item">What a recipe says of it.</param>
    /// <param name="isPublic">The recipe says that it is public, perhaps from a moment to come.</param>
    /// <param name="isKnown">The version has been here before.</param>
    /// <returns>Why the item is left as it is; null when the recipe may change it.</returns>
    internal RecipeMessage? Find(ContentItemRow row, ContentItem item, bool isPublic, bool isKnown)
    {
        if (!Binds(row))
        {
            return null;
        }
        var later = item.Published ? null : item.Part<PublishLaterPart>()?.ScheduledPublishUtc;
        var becomesPublic = isPublic || later is not null || row.PublishedVersionId == item.ContentItemVersionId;
        return row switch
        {
            { PublishedVersionId: null, WithdrawnAt: not null } when becomesPublic => ContentRecipeMessages.ItemLeftWithdrawn,
            { PublishedVersionId: null, PublishAt: { } at } when becomesPublic && at != later => ContentRecipeMessages.ItemLeftScheduled,
            { PublishAt: null } when isKnown && later is not null => ContentRecipeMessages.ItemLeftUnscheduled,
            _ when Opens(becomesPublic && row.PublishedVersionId is not null ? (row.Audience, row.AudienceGroup) : (row.DraftAudience, row.DraftAudienceGroup), AudiencePart.Of(item)) =>
                ContentRecipeMessages.ItemLeftRestricted,
            _ => null,
        };
    }

    private static bool Opens((Audience Audience, string? Group) from, (Audience Audience, string? Group) to) =>
        from != to && from.Audience is not Audience.Public && !(from.Audience is Audience.Staff && to.Audience is Audience.Group);
}
