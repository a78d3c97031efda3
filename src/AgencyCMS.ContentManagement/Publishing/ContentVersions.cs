using System.Text.Json;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>Stages versions and the changes that tell of them; the caller saves.</summary>
public sealed class ContentVersions(TenantDb db, TimeProvider clock)
{
    /// <summary>Stages a new version as the newest; the caller saves.</summary>
    internal (ContentItemRow Row, ContentVersionRow Version, ContentItem Item) Stage(ContentItemRow? row, ContentItem item, Actor actor, string? comment)
    {
        var now = clock.GetUtcNow();
        item.ContentItemVersionId = ContentIds.New();
        item.ModifiedUtc = now;
        item.CreatedUtc ??= now;
        item.Author = actor.Name;
        if (row is null)
        {
            item.Owner = item.Owner.Length > 0 ? item.Owner : actor.Name;
            row = AddRow(item, item.CreatedUtc.Value);
        }
        return (row, StageVersion(row, item, actor, comment, now), item);
    }

    /// <summary>Stages the row of a new item, whose first version is to follow.</summary>
    internal ContentItemRow AddRow(ContentItem item, DateTimeOffset createdAt)
    {
        var row = new ContentItemRow
        {
            ContentItemId = item.ContentItemId,
            ContentType = item.ContentType,
            LatestVersionId = item.ContentItemVersionId,
            Owner = item.Owner,
            CreatedAt = createdAt,
        };
        db.Add(row);
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

    /// <summary>Writes down what was done; what is scheduled afterwards stands in it. Every change of an item ends here.</summary>
    /// <exception cref="InvalidOperationException">No such step is in <see cref="ContentTransitions"/>.</exception>
    internal void Append(string kind, ContentItemRow row, string versionId, Actor actor, string? reason = null)
    {
        var (from, to) = (StoredStateOf(row), ContentStates.Of(row));
        if (!ContentTransitions.Leads(from, kind, to))
        {
            throw new InvalidOperationException($"{kind} does not lead from {from} to {to} (item {row.ContentItemId}).");
        }
        db.Append(new Change
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
    }

    private ContentState StoredStateOf(ContentItemRow row)
    {
        var entry = db.Entry(row);
        return entry.State == EntityState.Added ? ContentState.Draft : ContentStates.Of(
            entry.Property(stored => stored.LatestVersionId).OriginalValue,
            entry.Property(stored => stored.PublishedVersionId).OriginalValue,
            entry.Property(stored => stored.PublishAt).OriginalValue is not null,
            entry.Property(stored => stored.WithdrawnAt).OriginalValue is not null);
    }

    internal void Touch(ContentItemRow row, Actor actor)
    {
        row.Stamp++;
        row.ModifiedAt = clock.GetUtcNow();
        row.ModifiedBy = actor.Name;
    }
}
