using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// The one way to the public and back: forms, schedules, imports, recipes and whatever comes later end here, with the version that was approved. What it writes (versions,
/// rows, addresses, what modules keep, changes) stands or falls together.
/// </summary>
public sealed class PublishingGate(
    TenantDb db, ContentVersions versions, ContentChecks checks, ContentWriting writing, ContentRoutes routes, IFeatureServices<IContentHandler> handlers, IActorSource actors, TimeProvider clock)
{
    /// <summary>Checks a version and makes it public.</summary>
    internal async Task<Outcome<ContentItemRow>> PublishAsync(ContentItemRow row, string versionId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var version = await db.Set<ContentVersionRow>().SingleAsync(version => version.ContentItemVersionId == versionId && version.ContentItemId == row.ContentItemId, cancellationToken);
        var item = version.ToItem(row);
        var problems = await checks.CheckAsync(item, isPublishing: true, cancellationToken);
        if (problems.Count > 0)
        {
            db.Discard();
            return Outcome.Refused<ContentItemRow>(problems);
        }
        var actor = await actors.GetAsync();
        await MakePublicAsync([(row, version, item)], at, actor, cancellationToken);
        return await writing.SaveAsync(row);
    }

    /// <summary>Stages the publication of versions that are checked; the caller saves.</summary>
    internal async Task MakePublicAsync(
        IReadOnlyList<(ContentItemRow Row, ContentVersionRow Version, ContentItem Item)> batch, DateTimeOffset? at, Actor actor, CancellationToken cancellationToken)
    {
        var publications = batch.Select(entry => new Publication(entry.Item, entry.Row, entry.Row.PublishedAt is null)).ToList();
        var opened = await FindOpenedAsync(batch, cancellationToken);
        await ForgetLimitsAsync(batch, cancellationToken);
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
            row.WithdrawAt = Earlier(row.WithdrawAt, checks.PublicUntil(item));
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
            versions.Touch(row, actor);
            versions.Append(ContentChanges.Published, row, version.ContentItemVersionId, actor);
        }
        await routes.WriteAsync(publications, cancellationToken);
        foreach (var handler in handlers.All)
        {
            await handler.PublishedAsync(publications, cancellationToken);
        }
    }

    // A withdrawal that the public version itself asked for is not asked for by the one that takes its place.
    private async Task ForgetLimitsAsync(IReadOnlyList<(ContentItemRow Row, ContentVersionRow Version, ContentItem Item)> batch, CancellationToken cancellationToken)
    {
        var limited = batch.Where(entry => entry.Row is { PublishedVersionId: not null, WithdrawAt: not null }).ToDictionary(entry => entry.Row.PublishedVersionId!, entry => entry.Row, StringComparer.Ordinal); // filtered
        if (limited.Count == 0)
        {
            return;
        }
        var ids = limited.Keys.ToList();
        foreach (var version in await db.Set<ContentVersionRow>().AsNoTracking().Where(version => ids.Contains(version.ContentItemVersionId)).ToListAsync(cancellationToken))
        {
            var row = limited[version.ContentItemVersionId];
            row.WithdrawAt = row.WithdrawAt == checks.PublicUntil(ContentItem.FromJson(version.Json)) ? null : row.WithdrawAt;
        }
    }

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

    /// <summary>Takes a public item back.</summary>
    internal async Task<Outcome<ContentItemRow>> WithdrawAsync(ContentItemRow row, string reason, DateTimeOffset at)
    {
        await StageWithdrawalAsync([row], reason, at, await actors.GetAsync());
        return await writing.SaveAsync(row);
    }

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
            versions.Touch(row, actor);
            // A change says what is scheduled after it.
            versions.Append(ContentChanges.Withdrawn, row, versionId, actor, reason);
        }
        foreach (var handler in handlers.All)
        {
            await handler.WithdrawnAsync([.. rows.Select(row => row.ContentItemId)], CancellationToken.None);
        }
    }
}
