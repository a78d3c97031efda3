using AgencyCMS.Content.Items;
using AgencyCMS.Content.Publishing;
using AgencyCMS.Content.Storage;
using AgencyCMS.Modularity.Recipes.Reporting;

namespace AgencyCMS.Content.Recipes.Content;

/// <summary>What people have decided about an item here is theirs: a recipe that would make it public takes back no withdrawal, opens nothing and is not ahead of a schedule.</summary>
internal static class LocalDecisions
{
    /// <param name="row">The item as it is here.</param>
    /// <param name="item">What a recipe says of it.</param>
    /// <returns>Why the item is left as it is; null when the recipe may change it.</returns>
    internal static RecipeMessage? Find(ContentItemRow row, ContentItem item) => row switch
    {
        _ when !item.Published => null,
        { PublishedVersionId: null, WithdrawnAt: not null } => ContentRecipeMessages.ItemLeftWithdrawn,
        { PublishedVersionId: null, PublishAt: not null } => ContentRecipeMessages.ItemLeftScheduled,
        _ when Opens(row.PublishedVersionId is null ? (row.DraftAudience, row.DraftAudienceGroup) : (row.Audience, row.AudienceGroup), AudiencePart.Of(item)) => ContentRecipeMessages.ItemLeftRestricted,
        _ => null,
    };

    private static bool Opens((Audience Audience, string? Group) from, (Audience Audience, string? Group) to) =>
        from != to && from.Audience is not Audience.Public && !(from.Audience is Audience.Staff && to.Audience is Audience.Group);
}
