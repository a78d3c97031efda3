using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Recipes.Content;

/// <summary>
/// What the dates of an item from elsewhere mean here. A publication to come is scheduled; one that was is history and marked so, as every import does; and when
/// something became public on this site is known here and nowhere else. Recipes that come with the program say what they want.
/// </summary>
internal static class ImportedMoments
{
    /// <summary>Stores keep milliseconds and documents more; less than this apart, two moments are one.</summary>
    internal static readonly TimeSpan Noise = TimeSpan.FromSeconds(1);

    /// <summary>Dates that no item has.</summary>
    internal static IEnumerable<Problem> Check(ContentItem item)
    {
        (string Name, DateTimeOffset? Moment)[] dates =
            [(nameof(item.CreatedUtc), item.CreatedUtc), (nameof(item.ModifiedUtc), item.ModifiedUtc), (nameof(item.PublishedUtc), item.PublishedUtc)];
        return dates.Where(date => date.Moment is { } moment && !ContentLimits.IsPlausible(moment)).Select(date => ContentProblems.MomentNotPlausible(date.Name));
    }

    /// <summary>Makes a draft of what is said to be public, but is not yet, or should be no longer.</summary>
    internal static void HoldBack(RecipeStepContext context, ContentItem item, DateTimeOffset now)
    {
        if (!item.Published)
        {
            return;
        }
        if (item.Part<ArchiveLaterPart>()?.ScheduledArchiveUtc <= now)
        {
            item.Published = false;
            context.Warn(item.ContentItemId, ContentRecipeMessages.WithdrawalWasDue, item.DisplayText ?? "");
        }
        else if (!context.IsFromLibrary && item.PublishedUtc is { } at && at > now)
        {
            item.Published = false;
            item.Alter<PublishLaterPart>(part => part.ScheduledPublishUtc ??= at);
            context.Warn(item.ContentItemId, ContentRecipeMessages.PublicationToCome, item.DisplayText ?? "");
        }
    }

    /// <summary>The moments that are to be scheduled: those that have passed are left out and reported.</summary>
    internal static (DateTimeOffset? PublishAt, DateTimeOffset? WithdrawAt) ToSchedule(RecipeStepContext context, ContentItemRow? row, ContentItem item, ContentItem source, DateTimeOffset now)
    {
        // Only what the recipe itself says is approved by it; a version that it merely rewrites is not.
        var publishAt = item.Published ? null : source.Part<PublishLaterPart>()?.ScheduledPublishUtc;
        var withdrawAt = item.Latest ? item.Part<ArchiveLaterPart>()?.ScheduledArchiveUtc : null;
        if ((publishAt <= now && publishAt != row?.PublishAt) || (withdrawAt <= now && withdrawAt != row?.WithdrawAt))
        {
            context.Warn(item.ContentItemId, ContentRecipeMessages.MomentPassed, item.DisplayText ?? "");
        }
        return (publishAt > now ? publishAt : null, withdrawAt > now ? withdrawAt : null);
    }

    /// <summary>Says of an item that becomes public whether that is history, and marks it.</summary>
    /// <param name="item">What becomes public.</param>
    /// <param name="row">Its state before; null for a new item.</param>
    /// <param name="now">When it comes here.</param>
    internal static void Settle(ContentItem item, ContentItemRow? row, DateTimeOffset now)
    {
        var isOwn = row is { PublishedAt: not null, ImportedAt: null };
        if (isOwn || item.PublishedUtc is not { } published || published >= now)
        {
            item.PublishedUtc = now;
            item.Remove<ImportedPart>();
            return;
        }
        var before = row?.PublishedAt is { } known && known < published ? known : published;
        item.Alter<ImportedPart>(part =>
        {
            part.ImportedUtc = part.ImportedUtc is { } at && at >= published && at <= now ? at : now;
            part.StatedPublishedUtc = part.StatedPublishedUtc is { } stated && stated < before && ContentLimits.IsPlausible(stated) ? stated : before;
        });
    }

    /// <summary>Takes out of a stored item what this class and the schedule have put into it, where the recipe does not say it.</summary>
    internal static void MakeAlike(ContentItem stored, ContentItem given)
    {
        if (!stored.Has<ImportedPart>() && stored.Published)
        {
            given.PublishedUtc = stored.PublishedUtc;
            // Marked where it was taken over; here it is the site's own.
            given.Remove<ImportedPart>();
        }
        if (stored.Part<ImportedPart>()?.ImportedUtc is { } imported && given.Has<ImportedPart>())
        {
            given.Alter<ImportedPart>(part => part.ImportedUtc ??= imported);
        }
        if (!given.Has<ImportedPart>())
        {
            stored.Remove<ImportedPart>();
        }
        if (stored.Published && !given.Has<PublishLaterPart>())
        {
            stored.Remove<PublishLaterPart>();
        }
    }
}
