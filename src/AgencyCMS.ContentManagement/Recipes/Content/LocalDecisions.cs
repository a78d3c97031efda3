using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Content;

/// <summary>
/// What people have decided about items before a recipe is run is theirs: it takes no withdrawal back, now or later, opens nothing to more readers, changes no
/// schedule and plans nothing anew that was called off. Taken down when a recipe first names an item, since several of its versions may come; what the recipe itself
/// makes of an item binds nobody.
/// </summary>
internal sealed class LocalDecisions
{
    private readonly Dictionary<string, State?> _before = new(StringComparer.Ordinal);
    private readonly Actor _runner;

    private LocalDecisions(Actor runner) => _runner = runner;

    /// <summary>Those that one run of a recipe has to respect.</summary>
    internal static LocalDecisions Of(RecipeStepContext context)
    {
        if (!context.Memory.TryGetValue(typeof(LocalDecisions), out var known))
        {
            context.Memory[typeof(LocalDecisions)] = known = new LocalDecisions(context.Options.Runner);
        }
        return (LocalDecisions)known;
    }

    /// <summary>An item as it was before the run.</summary>
    /// <param name="contentItemId">The item.</param>
    /// <param name="row">As it is now.</param>
    /// <returns>Null when it was not there.</returns>
    internal State? Before(string contentItemId, ContentItemRow? row)
    {
        if (!_before.TryGetValue(contentItemId, out var state))
        {
            _before[contentItemId] = state = row is null ? null : State.Of(row, _runner);
        }
        return state;
    }

    /// <param name="IsOfOthers">For the runner it is not there.</param>
    /// <param name="IsPublic">A version of it is public.</param>
    /// <param name="IsWithdrawn">It was taken back.</param>
    /// <param name="IsDraftNewest">The newest version is not public, whether another is or not.</param>
    /// <param name="HasDraft">Behind the public version stands one that nobody has published yet.</param>
    internal sealed record State(bool IsOfOthers, bool IsPublic, bool IsWithdrawn, bool HasDraft, bool IsDraftNewest, DateTimeOffset? PublishAt, DateTimeOffset? WithdrawAt, (Audience, string?) Readers, (Audience, string?) DraftReaders)
    {
        internal static State Of(ContentItemRow row, Actor runner) => new(
            !DraftAccess.Known(new[] { row }.AsQueryable(), runner).Any(),
            row.PublishedVersionId is not null,
            row is { PublishedVersionId: null, WithdrawnAt: not null },
            row.PublishedVersionId is not null && row.PublishedVersionId != row.LatestVersionId,
            row.PublishedVersionId != row.LatestVersionId,
            row.PublishAt,
            row.WithdrawAt,
            (row.Audience, row.AudienceGroup),
            (row.DraftAudience, row.DraftAudienceGroup));

        /// <param name="item">What a recipe says of the item.</param>
        /// <param name="isPublic">The recipe says that it is public, perhaps from a moment to come, or rewrites the version that is.</param>
        /// <param name="isNew">The version has an id of its own that was not here before: nobody can have decided about it.</param>
        /// <param name="now">What was to become public before it is not scheduled any more.</param>
        /// <returns>Why the item is left as it is; null when the recipe may change it.</returns>
        internal RecipeMessage? Left(ContentItem item, bool isPublic, bool isNew, DateTimeOffset now)
        {
            var later = !item.Published && item.Part<PublishLaterPart>()?.ScheduledPublishUtc is { } at && at > now ? at : (DateTimeOffset?)null;
            var becomesPublic = isPublic || later is not null;
            return becomesPublic switch
            {
                true when IsWithdrawn => ContentRecipeMessages.ItemLeftWithdrawn,
                true when PublishAt is not null => ContentRecipeMessages.ItemLeftScheduled,
                true when HasDraft => ContentRecipeMessages.ItemLeftDraft,
                true when PublishAt is null && later is not null && !isNew => ContentRecipeMessages.ItemLeftUnscheduled,
                _ when Opens(becomesPublic && IsPublic ? Readers : DraftReaders, AudiencePart.Of(item)) => ContentRecipeMessages.ItemLeftRestricted,
                _ => null,
            };
        }

        /// <summary>True when a withdrawal that a recipe plans does not take the place of what is planned here.</summary>
        internal bool KeepsWithdrawal(DateTimeOffset at, bool isNew) => at != WithdrawAt && (!isNew || WithdrawAt < at);

        private static bool Opens((Audience Audience, string? Group) from, (Audience Audience, string? Group) to) =>
            from != to && from.Audience is not Audience.Public && !(from.Audience is Audience.Staff && to.Audience is Audience.Group);
    }
}
