using System.Text.Json;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Comparison;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// Every change of content items: one method a verb, one save and one transaction each. A draft never touches the public version; no version is ever changed
/// or lost; a change made against an older state is refused.
/// </summary>
public sealed class ContentManager(
    TenantDb db, ContentRoutes routes, HtmlCleaner cleaner, IFeatureServices<IContentHandler> handlers, IActorSource actors, IPeople people, TimeProvider clock)
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
        return ChangeAsync(() => StageDraftAsync(item, expectedStamp, comment, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<ContentItemRow>> StageDraftAsync(ContentItem item, int expectedStamp, string? comment, CancellationToken cancellationToken)
    {
        Prepare(item);
        var row = await TrackAsync(item.ContentItemId, cancellationToken);
        if (row is not null && row.Stamp != expectedStamp)
        {
            return await ChangedMeanwhileAsync(row, cancellationToken);
        }
        if (row is not null && await IsUnchangedAsync(row, item, cancellationToken))
        {
            return row;
        }
        var problems = await CheckPreparedAsync(item, isPublishing: false, cancellationToken);
        if (problems.Count > 0)
        {
            return Outcome.Refused<ContentItemRow>(problems);
        }
        var actor = await actors.GetAsync();
        row = Stage(row, item, actor, comment);
        Append(ContentChanges.DraftSaved, row, row.LatestVersionId, actor);
        return await SaveAsync(row);
    }

    /// <summary>Makes the newest version public now.</summary>
    public Task<Outcome<ContentItemRow>> PublishAsync(string contentItemId, int expectedStamp, CancellationToken cancellationToken) => ChangeAsync(
        contentItemId,
        expectedStamp,
        async row => row.PublishedVersionId == row.LatestVersionId
            ? ContentProblems.NothingToPublish(row.DisplayText)
            : await PublishAsync(row, row.LatestVersionId, clock.GetUtcNow(), cancellationToken),
        cancellationToken);

    /// <summary>Saves a new version and makes it public in one step.</summary>
    public Task<Outcome<ContentItemRow>> SaveAndPublishAsync(ContentItem item, int expectedStamp, string? comment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return ChangeAsync(
            async () =>
            {
                var saved = await StageDraftAsync(item, expectedStamp, comment, cancellationToken);
                return saved.IsRefused || saved.Value.PublishedVersionId == saved.Value.LatestVersionId
                    ? saved
                    : await PublishAsync(saved.Value, saved.Value.LatestVersionId, clock.GetUtcNow(), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Takes the public version back. Its address then shows a notice with the reason.</summary>
    public Task<Outcome<ContentItemRow>> WithdrawAsync(string contentItemId, int expectedStamp, string reason, CancellationToken cancellationToken) => ChangeAsync(
        contentItemId,
        expectedStamp,
        async row => string.IsNullOrWhiteSpace(reason) ? ContentProblems.ReasonMissing()
            : Characters.Exceeds(reason, ContentLimits.Reason) ? ContentProblems.TooLong("Reason", ContentLimits.Reason)
            : row.PublishedVersionId is null ? ContentProblems.NotPublished(row.DisplayText)
            : TextProblems.CheckSeen("Reason", StorableText.Tidy(reason)) is { } unseen ? unseen
            : await WithdrawAsync(row, StorableText.Tidy(reason).Trim(), clock.GetUtcNow()),
        cancellationToken);

    /// <summary>Schedules the publication of the newest version, the withdrawal, or both; null calls off. A publication whose moment stays keeps the version that was approved for it.</summary>
    public Task<Outcome<ContentItemRow>> ScheduleAsync(
        string contentItemId, int expectedStamp, DateTimeOffset? publishAt, DateTimeOffset? withdrawAt, CancellationToken cancellationToken) =>
        ScheduleAsync(contentItemId, expectedStamp, versionId: null, publishAt, withdrawAt, cancellationToken);

    /// <summary>The same for a version that the caller has seen.</summary>
    /// <param name="contentItemId">The item.</param>
    /// <param name="expectedStamp">Stamp of the item when the form was shown.</param>
    /// <param name="versionId">The newest version, or the one that is scheduled already; null as above. Whoever schedules it approves it: saves and restores by others do not change what is published.</param>
    /// <param name="publishAt">When it becomes public; null for no publication.</param>
    /// <param name="withdrawAt">When the item is taken back; null for no withdrawal.</param>
    /// <param name="cancellationToken">Stops before the change is written.</param>
    public Task<Outcome<ContentItemRow>> ScheduleAsync(
        string contentItemId, int expectedStamp, string? versionId, DateTimeOffset? publishAt, DateTimeOffset? withdrawAt, CancellationToken cancellationToken) => ChangeAsync(
        contentItemId,
        expectedStamp,
        async row =>
        {
            var actor = await actors.GetAsync();
            if (withdrawAt != row.WithdrawAt && !actor.Can(ContentRights.Withdraw))
            {
                return ContentProblems.WithdrawalNotYours();
            }
            var approved = versionId ?? (row.PublishAt == publishAt ? row.ScheduledVersionId : null) ?? row.LatestVersionId;
            var problems = await CheckScheduleAsync(row, approved, publishAt, withdrawAt, cancellationToken);
            if (problems.Count > 0)
            {
                return Outcome.Refused<ContentItemRow>(problems);
            }
            if (row.PublishAt == publishAt && row.WithdrawAt == withdrawAt && (publishAt is null || row.ScheduledVersionId == approved))
            {
                return row;
            }
            if (publishAt is not { } moment)
            {
                row.CallOffPublication();
            }
            else if (row.PublishAt != moment || row.ScheduledVersionId != approved)
            {
                row.Schedule(approved, await ReadAsync(approved, cancellationToken), moment, actor.Name);
            }
            row.WithdrawAt = withdrawAt;
            Touch(row, actor);
            Append(ContentChanges.Scheduled, row, row.ScheduledVersionId ?? row.LatestVersionId, actor);
            return await SaveAsync(row);
        },
        cancellationToken);

    /// <summary>What keeps a version that is scheduled from becoming public. Nothing when it could be published now.</summary>
    public async Task<IReadOnlyList<Problem>> FindObstaclesAsync(ContentItemRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.ScheduledVersionId is { } versionId ? await CheckAsync(await ReadAsync(versionId, cancellationToken), isPublishing: true, cancellationToken) : [];
    }

    /// <summary>
    /// Carries out what is due. The instant that counts is the scheduled one, not the one at which this runs, up to <see cref="ContentLimits.SchedulePatience"/>; what
    /// comes later is dated when it comes, since nobody could read it before. Safe to call at any time and twice.
    /// </summary>
    public async Task<Outcome> RunScheduleAsync(string contentItemId, CancellationToken cancellationToken)
    {
        await using var change = await db.BeginChangeAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await TrackAsync(contentItemId, cancellationToken) is not { } row)
        {
            return Outcome.Done;
        }
        var outcome = Outcome.Done;
        var withdrawAt = row.WithdrawAt;
        var isLate = false;
        if (row.PublishAt is { } publishAt && publishAt <= now)
        {
            // A withdrawal behind it is meant for it, however late both are.
            withdrawAt = withdrawAt > publishAt ? withdrawAt : null;
            outcome = (await PublishAsync(row, row.ScheduledVersionId ?? row.LatestVersionId, InTime(publishAt, now), cancellationToken)).WithoutValue();
            isLate = !outcome.IsRefused && InTime(publishAt, now) == now;
        }
        if (withdrawAt <= now)
        {
            // Never dated before the publication that has just come.
            var at = isLate ? now : InTime(withdrawAt.Value, now);
            outcome = (await RunWithdrawalAsync(row, outcome, at, cancellationToken)).WithoutValue();
        }
        if (change is not null && !outcome.IsRefused)
        {
            await change.CommitAsync(CancellationToken.None);
        }
        return outcome;
    }

    private async Task<Outcome<ContentItemRow>> RunWithdrawalAsync(ContentItemRow row, Outcome publication, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!publication.IsRefused)
        {
            return row.PublishedVersionId is null ? await CallOffWithdrawalAsync(row) : await WithdrawAsync(row, "", at);
        }
        // What keeps the next version from becoming public does not keep the one before public. The refusal has emptied the session.
        return await TrackAsync(row.ContentItemId, cancellationToken) is { PublishedVersionId: not null } before ? await WithdrawAsync(before, "", at) : Outcome.Refused<ContentItemRow>(publication.Problems);
    }

    private static DateTimeOffset InTime(DateTimeOffset planned, DateTimeOffset now) => now - planned > ContentLimits.SchedulePatience ? now : planned;

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
    public Task<Outcome<ContentItemRow>> DiscardDraftAsync(string contentItemId, int expectedStamp, CancellationToken cancellationToken) => ChangeAsync(
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
            var item = await ReadAsync(kept, cancellationToken);
            row.MakeNewest(kept, item, item.DisplayText);
            Touch(row, actor);
            Append(ContentChanges.DraftDiscarded, row, row.LatestVersionId, actor);
            return await SaveAsync(row);
        },
        cancellationToken);

    private async Task<Outcome<ContentItemRow>> PublishAsync(ContentItemRow row, string versionId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var version = await db.Set<ContentVersionRow>().SingleAsync(version => version.ContentItemVersionId == versionId && version.ContentItemId == row.ContentItemId, cancellationToken);
        var item = version.ToItem(row);
        var problems = await CheckAsync(item, isPublishing: true, cancellationToken);
        if (problems.Count > 0)
        {
            db.Discard();
            return Outcome.Refused<ContentItemRow>(problems);
        }
        var actor = await actors.GetAsync();
        await MakePublicAsync([(row, version, item)], at, actor, cancellationToken);
        return await SaveAsync(row);
    }

    /// <summary>Stages the publication of versions that are checked; the caller saves.</summary>
    internal async Task MakePublicAsync(
        IReadOnlyList<(ContentItemRow Row, ContentVersionRow Version, ContentItem Item)> batch, DateTimeOffset? at, Actor actor, CancellationToken cancellationToken)
    {
        var publications = batch.Select(entry => new Publication(entry.Item, entry.Row, entry.Row.PublishedAt is null)).ToList();
        var opened = await FindOpenedAsync(batch, cancellationToken);
        foreach (var (row, version, item) in batch)
        {
            // What readers are told may be history that was brought in; when this version became public is the platform's own.
            var instant = at ?? clock.GetUtcNow();
            var shown = at ?? item.PublishedUtc ?? instant;
            item.PublishedUtc = shown;
            version.PublishedAt = instant;
            // What comes due was decided by whoever approved it.
            version.PublishedBy = actor.IsSystem ? row.ScheduledBy ?? actor.Name : actor.Name;
            if (at is null && item.Part<ImportedPart>() is { } imported && (row.PublishedAt is null || row.ImportedAt is not null))
            {
                (row.PublishedAt, row.ImportedAt) = (imported.StatedPublishedUtc ?? shown, imported.ImportedUtc ?? instant);
            }
            else if (opened.TryGetValue(row.ContentItemId, out var first))
            {
                (row.PublishedAt, row.ImportedAt) = (first ?? instant, null);
            }
            row.PublishedAt ??= shown;
            MarkHistory(item, row);
            // A withdrawal that was due before there was anything to withdraw is not meant for this publication.
            row.WithdrawAt = row.PublishedVersionId is null && row.WithdrawAt <= instant ? null : row.WithdrawAt;
            row.WithdrawAt = Earlier(row.WithdrawAt, PublicUntil(item));
            row.PublishedVersionId = version.ContentItemVersionId;
            (row.WithdrawnAt, row.WithdrawalReason) = (null, null);
            row.CallOffPublication();
            (row.Audience, row.AudienceGroup) = AudiencePart.Of(item);
        }
        foreach (var handler in handlers.All)
        {
            await handler.PublishingAsync(publications, cancellationToken);
        }
        foreach (var (row, version, item) in batch)
        {
            version.Json = item.ToJson();
            Touch(row, actor);
            Append(ContentChanges.Published, row, version.ContentItemVersionId, actor);
        }
        await routes.WriteAsync(publications, cancellationToken);
        foreach (var handler in handlers.All)
        {
            await handler.PublishedAsync(publications, cancellationToken);
        }
    }

    private DateTimeOffset? PublicUntil(ContentItem item) => handlers.All.Select(handler => handler.PublicUntil(item)).Min();

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    // Whatever a version says of it: a date that this platform has not seen is marked, and one that it has seen is not.
    private static void MarkHistory(ContentItem item, ContentItemRow row)
    {
        if (row.ImportedAt is null)
        {
            item.Remove<ImportedPart>();
        }
        else if (item.Part<ImportedPart>() is not { } mark || mark.ImportedUtc != row.ImportedAt || mark.StatedPublishedUtc != row.PublishedAt)
        {
            item.Alter<ImportedPart>(part => (part.ImportedUtc, part.StatedPublishedUtc) = (row.ImportedAt, row.PublishedAt));
        }
    }

    // What was for the staff has been published to nobody: its day is the one on which it is opened to readers, unless it was open to them before.
    private async Task<Dictionary<string, DateTimeOffset?>> FindOpenedAsync(
        IReadOnlyList<(ContentItemRow Row, ContentVersionRow Version, ContentItem Item)> batch, CancellationToken cancellationToken)
    {
        var ids = batch.Where(entry => entry.Row is { PublishedAt: not null, Audience: not Audience.Public } && AudiencePart.Of(entry.Item).Audience == Audience.Public)
            .Select(entry => entry.Row.ContentItemId).ToList();
        if (ids.Count == 0)
        {
            return [];
        }
        var versions = await db.Set<ContentVersionRow>().AsNoTracking().Where(version => ids.Contains(version.ContentItemId) && version.PublishedAt != null).ToListAsync(cancellationToken);
        return ids.ToDictionary(
            id => id,
            id => versions.Where(version => version.ContentItemId == id && AudiencePart.Of(ContentItem.FromJson(version.Json)).Audience == Audience.Public).Min(version => version.PublishedAt),
            StringComparer.Ordinal);
    }

    /// <summary>Stages a new version as the newest; the caller saves.</summary>
    internal ContentItemRow Stage(ContentItemRow? row, ContentItem item, Actor actor, string? comment)
    {
        var now = clock.GetUtcNow();
        item.ContentItemVersionId = ContentIds.New();
        item.ModifiedUtc = now;
        item.CreatedUtc ??= now;
        item.Author = actor.Name;
        if (row is null)
        {
            item.Owner = item.Owner.Length > 0 ? item.Owner : actor.Name;
            row = new ContentItemRow
            {
                ContentItemId = item.ContentItemId,
                ContentType = item.ContentType,
                LatestVersionId = item.ContentItemVersionId,
                Owner = item.Owner,
                CreatedAt = item.CreatedUtc.Value,
            };
            db.Add(row);
        }
        StageVersion(row, item, actor, comment, now);
        return row;
    }

    /// <summary>Stages a version whose ids and dates are given; the caller saves.</summary>
    internal ContentVersionRow StageVersion(ContentItemRow row, ContentItem item, Actor actor, string? comment, DateTimeOffset now)
    {
        row.LastNumber++;
        row.MakeNewest(item.ContentItemVersionId, item, item.DisplayText);
        var version = new ContentVersionRow
        {
            ContentItemVersionId = item.ContentItemVersionId,
            ContentItemId = item.ContentItemId,
            Number = row.LastNumber,
            Json = item.ToJson(),
            Author = item.Author,
            Comment = comment,
            SavedAt = now,
        };
        db.Add(version);
        Touch(row, actor);
        return version;
    }

    /// <summary>Brings an item into the form in which it is stored and compared: clean HTML, texts without accidents, the display text that its title says.</summary>
    internal void Prepare(ContentItem item)
    {
        cleaner.Clean(item);
        SeenTexts.TidyItem(item.Document);
        foreach (var handler in handlers.All)
        {
            handler.Prepare(item);
        }
        if (item.Part<TitlePart>() is { } title)
        {
            item.DisplayText = title.Title?.Trim();
        }
    }

    /// <summary>Asks everybody whether an item may be saved.</summary>
    internal Task<List<Problem>> CheckAsync(ContentItem item, bool isPublishing, CancellationToken cancellationToken)
    {
        Prepare(item);
        return CheckPreparedAsync(item, isPublishing, cancellationToken);
    }

    /// <summary>Asks everybody whether an item that was prepared may be saved.</summary>
    internal async Task<List<Problem>> CheckPreparedAsync(ContentItem item, bool isPublishing, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (item.Has<TitlePart>() && string.IsNullOrWhiteSpace(item.DisplayText))
        {
            problems.Add(ContentProblems.TitleMissing());
        }
        problems.AddRange(ContentTexts.Check(item));
        problems.AddRange(await routes.CheckAsync(item, cancellationToken));
        foreach (var handler in handlers.All)
        {
            problems.AddRange(await handler.CheckAsync(item, isPublishing, cancellationToken));
        }
        return problems;
    }

    /// <summary>The names that a version on its way to the public brings with it and that no other of its batch can have.</summary>
    internal IEnumerable<UniqueName> NamesOf(ContentItem item) => ContentRoutes.NamesOf(item).Concat(handlers.All.SelectMany(handler => handler.NamesOf(item)));

    internal void Append(string kind, ContentItemRow row, string versionId, Actor actor, string? reason = null) => db.Append(new Change
    {
        Kind = kind,
        SubjectId = row.ContentItemId,
        Actor = actor.Name,
        OccurredAt = clock.GetUtcNow(),
        Data = JsonSerializer.Serialize(new ContentChangeData
        {
            ContentType = row.ContentType,
            VersionId = versionId,
            PublishAt = row.PublishAt,
            WithdrawAt = row.WithdrawAt,
            Reason = reason,
        }),
    });

    /// <summary>Stages that public items are taken back; the caller saves.</summary>
    internal async Task StageWithdrawalAsync(IReadOnlyCollection<ContentItemRow> rows, string reason, DateTimeOffset at, Actor actor)
    {
        foreach (var row in rows)
        {
            var versionId = row.PublishedVersionId!; // it is public
            row.PublishedVersionId = null;
            (row.WithdrawnAt, row.WithdrawalReason, row.WithdrawAt) = (at, reason, null);
            // What is taken back does not come back by itself.
            row.CallOffPublication();
            Touch(row, actor);
            // A change says what is scheduled after it.
            Append(ContentChanges.Withdrawn, row, versionId, actor, reason);
        }
        foreach (var handler in handlers.All)
        {
            await handler.WithdrawnAsync([.. rows.Select(row => row.ContentItemId)], CancellationToken.None);
        }
    }

    private async Task<Outcome<ContentItemRow>> WithdrawAsync(ContentItemRow row, string reason, DateTimeOffset at)
    {
        await StageWithdrawalAsync([row], reason, at, await actors.GetAsync());
        return await SaveAsync(row);
    }

    // Nothing is public that could be taken back, and a moment that has passed must not wait for what is published later.
    private async Task<Outcome<ContentItemRow>> CallOffWithdrawalAsync(ContentItemRow row)
    {
        var actor = await actors.GetAsync();
        row.WithdrawAt = null;
        Touch(row, actor);
        Append(ContentChanges.Scheduled, row, row.ScheduledVersionId ?? row.LatestVersionId, actor);
        return await SaveAsync(row);
    }

    /// <summary>What is wrong with moments, whoever asks for them. Those that stand in the item's row may pass.</summary>
    internal List<Problem> CheckMoments(ContentItemRow? row, DateTimeOffset? publishAt, DateTimeOffset? withdrawAt)
    {
        var problems = new List<Problem>();
        var now = clock.GetUtcNow();
        if (publishAt <= now && publishAt != row?.PublishAt)
        {
            problems.Add(ContentProblems.ScheduleInPast("PublishAt"));
        }
        else if (publishAt is { } publish && !ContentLimits.IsPlausible(publish))
        {
            problems.Add(ContentProblems.MomentNotPlausible("PublishAt"));
        }
        if (withdrawAt <= now && withdrawAt != row?.WithdrawAt)
        {
            problems.Add(ContentProblems.ScheduleInPast("WithdrawAt"));
        }
        else if (withdrawAt is { } withdraw && !ContentLimits.IsPlausible(withdraw))
        {
            problems.Add(ContentProblems.MomentNotPlausible("WithdrawAt"));
        }
        if (publishAt is not null && withdrawAt is not null && withdrawAt <= publishAt)
        {
            problems.Add(ContentProblems.WithdrawBeforePublish());
        }
        return problems;
    }

    private async Task<List<Problem>> CheckScheduleAsync(ContentItemRow row, string versionId, DateTimeOffset? publishAt, DateTimeOffset? withdrawAt, CancellationToken cancellationToken)
    {
        var problems = CheckMoments(row, publishAt, withdrawAt);
        if (withdrawAt != row.WithdrawAt && row.PublishedVersionId is { } published && PublicUntil(await ReadAsync(published, cancellationToken)) is { } until && (withdrawAt is null || withdrawAt > until))
        {
            problems.Add(ContentProblems.PublicUntil());
        }
        // A publication that stands as it was is not asked about again: only the withdrawal is spoken of.
        if (publishAt is null || (publishAt == row.PublishAt && versionId == row.ScheduledVersionId))
        {
            return problems;
        }
        if (versionId == row.PublishedVersionId)
        {
            problems.Add(ContentProblems.NothingToPublish(row.DisplayText));
        }
        else if (versionId != row.LatestVersionId && versionId != row.ScheduledVersionId)
        {
            problems.Add(ContentProblems.VersionNotNewest());
        }
        else
        {
            // What is missing must be said now, not at the instant when nobody looks.
            problems.AddRange(await CheckAsync(await ReadAsync(versionId, cancellationToken), isPublishing: true, cancellationToken));
        }
        return problems;
    }

    private async Task<bool> IsUnchangedAsync(ContentItemRow row, ContentItem item, CancellationToken cancellationToken) =>
        WithAuthor(await ReadAsync(row.LatestVersionId, cancellationToken), item.Author).HasSameContent(item);

    // Who opened the form is no change of the text.
    private static ContentItem WithAuthor(ContentItem item, string author)
    {
        item.Author = author;
        return item;
    }

    private async Task<ContentItem> ReadAsync(string versionId, CancellationToken cancellationToken)
    {
        var json = await db.Set<ContentVersionRow>().Where(version => version.ContentItemVersionId == versionId).Select(version => version.Json).SingleAsync(cancellationToken);
        return ContentItem.FromJson(json);
    }

    private async Task<ContentItemRow?> TrackAsync(string contentItemId, CancellationToken cancellationToken) =>
        await db.Set<ContentItemRow>().FindAsync([db.CurrentTenantId, contentItemId], cancellationToken);

    /// <summary>Changes an item that is there and is as the caller saw it.</summary>
    private Task<Outcome<ContentItemRow>> ChangeAsync(string contentItemId, int expectedStamp, Func<ContentItemRow, Task<Outcome<ContentItemRow>>> change, CancellationToken cancellationToken) =>
        ChangeAsync(
            async () =>
            {
                var row = await TrackAsync(contentItemId, cancellationToken);
                return row is null ? ContentProblems.NotFound(contentItemId)
                    : row.Stamp != expectedStamp ? await ChangedMeanwhileAsync(row, cancellationToken)
                    : await change(row);
            },
            cancellationToken);

    // Everything is read after the store is ours, so that two people who publish different items wait for one another instead of refusing one another.
    private async Task<Outcome<ContentItemRow>> ChangeAsync(Func<Task<Outcome<ContentItemRow>>> work, CancellationToken cancellationToken)
    {
        await using var change = await db.BeginChangeAsync(cancellationToken);
        var outcome = await work();
        if (change is not null && !outcome.IsRefused)
        {
            await change.CommitAsync(CancellationToken.None);
        }
        return outcome;
    }

    private async Task<Problem> ChangedMeanwhileAsync(ContentItemRow row, CancellationToken cancellationToken) =>
        ContentProblems.ChangedMeanwhile(row.DisplayText, (await people.NamesAsync([row.ModifiedBy], cancellationToken)).Of(row.ModifiedBy));

    private void Touch(ContentItemRow row, Actor actor)
    {
        row.Stamp++;
        row.ModifiedAt = clock.GetUtcNow();
        row.ModifiedBy = actor.Name;
    }

    private async Task<Outcome<ContentItemRow>> SaveAsync(ContentItemRow row)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return row;
        }
        catch (DbUpdateConcurrencyException exception) when (exception.Entries.Any(entry => entry.Entity is ContentItemRow))
        {
            db.Discard();
            var winner = await db.Set<ContentItemRow>().AsNoTracking().SingleAsync(other => other.ContentItemId == row.ContentItemId);
            return await ChangedMeanwhileAsync(winner, CancellationToken.None);
        }
        catch (DbUpdateException exception) when (UniqueViolations.Is(exception))
        {
            db.Discard();
            return ContentProblems.NameTaken();
        }
    }
}
