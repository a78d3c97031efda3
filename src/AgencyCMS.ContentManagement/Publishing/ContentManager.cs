using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Comparison;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// What is done with content items now: one method a verb, one save and one transaction each. A draft never touches the public version; no version is ever changed
/// or lost; a change made against an older state is refused. What is to happen later is <see cref="ContentSchedule"/>'s.
/// </summary>
public sealed class ContentManager(TenantDb db, PublishingGate gate, ContentVersions versions, ContentChecks checks, ContentWriting writing, IActorSource actors, TimeProvider clock)
{
    /// <summary>Saves a new version as draft. An unchanged save writes nothing.</summary>
    /// <param name="item">The whole document; a new item has a new id.</param>
    /// <param name="expectedStamp">Stamp of the item when the editor opened it; 0 for a new one.</param>
    /// <param name="comment">Why, in the editor's words; null when nothing was said.</param>
    /// <param name="cancellationToken">Stops before the save begins.</param>
    /// <returns>The item's new state.</returns>
    public Task<Outcome<ContentItemRow>> SaveDraftAsync(ContentItem item, int expectedStamp, string? comment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return writing.ChangeAsync(() => StageDraftAsync(item, expectedStamp, comment, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<ContentItemRow>> StageDraftAsync(ContentItem item, int expectedStamp, string? comment, CancellationToken cancellationToken)
    {
        checks.Prepare(item);
        var row = await writing.TrackAsync(item.ContentItemId, cancellationToken);
        if (row is not null && row.Stamp != expectedStamp)
        {
            return await writing.ChangedMeanwhileAsync(row, cancellationToken);
        }
        if (row is not null && await IsUnchangedAsync(row, item, cancellationToken))
        {
            return row;
        }
        var problems = await checks.CheckPreparedAsync(item, isPublishing: false, cancellationToken);
        if (problems.Count > 0)
        {
            return Outcome.Refused<ContentItemRow>(problems);
        }
        var actor = await actors.GetAsync();
        (row, _, _) = versions.Stage(row, item, actor, comment);
        versions.Append(ContentChanges.DraftSaved, row, row.LatestVersionId, actor);
        return await writing.SaveAsync(row);
    }

    /// <summary>Makes the newest version public now.</summary>
    public Task<Outcome<ContentItemRow>> PublishAsync(string contentItemId, int expectedStamp, CancellationToken cancellationToken) => writing.ChangeAsync(
        contentItemId,
        expectedStamp,
        async row => row.PublishedVersionId == row.LatestVersionId
            ? ContentProblems.NothingToPublish(row.DisplayText)
            : await gate.PublishAsync(row, row.LatestVersionId, clock.GetUtcNow(), cancellationToken),
        cancellationToken);

    /// <summary>Saves a new version and makes it public in one step.</summary>
    public Task<Outcome<ContentItemRow>> SaveAndPublishAsync(ContentItem item, int expectedStamp, string? comment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return writing.ChangeAsync(
            async () =>
            {
                var saved = await StageDraftAsync(item, expectedStamp, comment, cancellationToken);
                return saved.IsRefused || saved.Value.PublishedVersionId == saved.Value.LatestVersionId
                    ? saved
                    : await gate.PublishAsync(saved.Value, saved.Value.LatestVersionId, clock.GetUtcNow(), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Takes the public version back. Its address then shows a notice with the reason.</summary>
    public Task<Outcome<ContentItemRow>> WithdrawAsync(string contentItemId, int expectedStamp, string reason, CancellationToken cancellationToken) => writing.ChangeAsync(
        contentItemId,
        expectedStamp,
        async row => string.IsNullOrWhiteSpace(reason) ? ContentProblems.ReasonMissing()
            : Characters.Exceeds(reason, ContentLimits.Reason) ? ContentProblems.TooLong("Reason", ContentLimits.Reason)
            : !ContentTransitions.Has(ContentStates.Of(row), ContentChanges.Withdrawn) ? ContentProblems.NotPublished(row.DisplayText)
            : TextProblems.CheckSeen("Reason", StorableText.Tidy(reason)) is { } unseen ? unseen
            : await gate.WithdrawAsync(row, StorableText.Tidy(reason).Trim(), clock.GetUtcNow()),
        cancellationToken);

    /// <summary>Brings an older version back as a new draft; the versions in between stay in the history. To whom that version is closed it is not there.</summary>
    public async Task<Outcome<ContentItemRow>> RestoreAsync(string contentItemId, string versionId, int expectedStamp, string comment, CancellationToken cancellationToken)
    {
        var version = await db.Set<ContentVersionRow>().AsNoTracking()
            .SingleOrDefaultAsync(version => version.ContentItemVersionId == versionId && version.ContentItemId == contentItemId, cancellationToken);
        var row = await db.Set<ContentItemRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellationToken);
        return version is null || row is null || !DraftAccess.MayRead(row, version, await actors.GetAsync())
            ? ContentProblems.VersionNotFound(versionId)
            : await SaveDraftAsync(ContentItem.FromJson(version.Json), expectedStamp, comment, cancellationToken);
    }

    /// <summary>Throws the draft away: the scheduled version is the newest again, or else the public one. The draft stays in the history.</summary>
    public Task<Outcome<ContentItemRow>> DiscardDraftAsync(string contentItemId, int expectedStamp, CancellationToken cancellationToken) => writing.ChangeAsync(
        contentItemId,
        expectedStamp,
        async row =>
        {
            // Who may write must not call off what somebody else has approved.
            if (row.LatestVersionId == row.ScheduledVersionId)
            {
                return ContentProblems.DraftScheduled(row.DisplayText);
            }
            if ((row.ScheduledVersionId ?? row.PublishedVersionId) is not { } kept || kept == row.LatestVersionId)
            {
                return ContentProblems.NoDraft(row.DisplayText);
            }
            var actor = await actors.GetAsync();
            var item = await writing.ReadAsync(kept, cancellationToken);
            row.MakeNewest(kept, item, item.DisplayText);
            versions.Touch(row, actor);
            versions.Append(ContentChanges.DraftDiscarded, row, row.LatestVersionId, actor);
            return await writing.SaveAsync(row);
        },
        cancellationToken);

    private async Task<bool> IsUnchangedAsync(ContentItemRow row, ContentItem item, CancellationToken cancellationToken) =>
        WithAuthor(await writing.ReadAsync(row.LatestVersionId, cancellationToken), item.Author).HasSameContent(item);

    // Who opened the form is no change of the text.
    private static ContentItem WithAuthor(ContentItem item, string author)
    {
        item.Author = author;
        return item;
    }
}
