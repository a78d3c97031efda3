using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>What is to be done with content items at a moment to come: planned by whoever may do it now, and carried out for the version that was approved.</summary>
public sealed class ContentSchedule(TenantDb db, PublishingGate gate, ContentVersions versions, ContentChecks checks, ContentWriting writing, IActorSource actors, TimeProvider clock)
{
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
        string contentItemId, int expectedStamp, string? versionId, DateTimeOffset? publishAt, DateTimeOffset? withdrawAt, CancellationToken cancellationToken) => writing.ChangeAsync(
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
                row.Schedule(approved, await writing.ReadAsync(approved, cancellationToken), moment, actor.Name);
            }
            row.WithdrawAt = withdrawAt;
            versions.Touch(row, actor);
            versions.Append(ContentChanges.Scheduled, row, row.ScheduledVersionId ?? row.LatestVersionId, actor);
            return await writing.SaveAsync(row);
        },
        cancellationToken);

    /// <summary>What keeps a version that is scheduled from becoming public. Nothing when it could be published now.</summary>
    public async Task<IReadOnlyList<Problem>> FindObstaclesAsync(ContentItemRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.ScheduledVersionId is { } versionId ? await checks.CheckAsync(await writing.ReadAsync(versionId, cancellationToken), isPublishing: true, cancellationToken) : [];
    }

    /// <summary>
    /// Carries out what is due. The instant that counts is the scheduled one, not the one at which this runs, up to <see cref="ContentLimits.SchedulePatience"/>; what
    /// comes later is dated when it comes, since nobody could read it before. Safe to call at any time and twice.
    /// </summary>
    public async Task<Outcome> RunAsync(string contentItemId, CancellationToken cancellationToken)
    {
        await using var change = await db.BeginChangeAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await writing.TrackAsync(contentItemId, cancellationToken) is not { } row)
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
            outcome = (await gate.PublishAsync(row, row.ScheduledVersionId ?? row.LatestVersionId, InTime(publishAt, now), cancellationToken)).WithoutValue();
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
            return row.PublishedVersionId is null ? await CallOffWithdrawalAsync(row) : await gate.WithdrawAsync(row, "", at);
        }
        // What keeps the next version from becoming public does not keep the one before public. The refusal has emptied the session.
        return await writing.TrackAsync(row.ContentItemId, cancellationToken) is { PublishedVersionId: not null } before ? await gate.WithdrawAsync(before, "", at) : Outcome.Refused<ContentItemRow>(publication.Problems);
    }

    private static DateTimeOffset InTime(DateTimeOffset planned, DateTimeOffset now) => now - planned > ContentLimits.SchedulePatience ? now : planned;

    // Nothing is public that could be taken back, and a moment that has passed must not wait for what is published later.
    private async Task<Outcome<ContentItemRow>> CallOffWithdrawalAsync(ContentItemRow row)
    {
        var actor = await actors.GetAsync();
        row.WithdrawAt = null;
        versions.Touch(row, actor);
        versions.Append(ContentChanges.Scheduled, row, row.ScheduledVersionId ?? row.LatestVersionId, actor);
        return await writing.SaveAsync(row);
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
        if (withdrawAt != row.WithdrawAt && row.PublishedVersionId is { } published && checks.PublicUntil(await writing.ReadAsync(published, cancellationToken)) is { } until && (withdrawAt is null || withdrawAt > until))
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
            var item = await writing.ReadAsync(versionId, cancellationToken);
            problems.AddRange(await checks.CheckAsync(item, isPublishing: true, cancellationToken));
            problems.AddRange(checks.PublicUntil(item) <= publishAt ? [ContentProblems.WithdrawBeforePublish()] : []);
        }
        return problems;
    }
}
