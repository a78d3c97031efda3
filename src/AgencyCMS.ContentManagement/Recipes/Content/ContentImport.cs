using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Comparison;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Recipes.Running;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Recipes.Content;

/// <summary>
/// Imports content items as Orchard Core does: a version that is known is left alone or updated, an unknown one is added, and
/// ids, dates, owner and author are those of the recipe. An item without a version id that says what the store says
/// already adds no version. More than 150 lines, because the cases belong side by side.
/// </summary>
internal sealed class ContentImport(
    TenantDb db, PublishingGate gate, ContentVersions versions, ContentChecks checks, ContentSchedule moments, KeptDocuments documents, SetUpPages setUp, IActorSource actors, TimeProvider clock)
{
    private Actor _actor = Actor.Anonymous;

    internal async Task ImportAsync(RecipeStepContext context, IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
    {
        _actor = await actors.GetAsync();
        await using var change = await db.BeginChangeAsync(cancellationToken);
        var batch = await ImportBatch.LoadAsync(db, items, cancellationToken);
        foreach (var item in items)
        {
            if (batch.Publishing.Exists(staged => staged.Row.ContentItemId == item.ContentItemId))
            {
                await SaveAsync(context, batch, cancellationToken);
            }
            await ImportAsync(context, batch, item, cancellationToken);
        }
        await SaveAsync(context, batch, cancellationToken);
        await (change?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
        db.ChangeTracker.Clear();
    }

    private async Task ImportAsync(RecipeStepContext context, ImportBatch batch, ContentItem item, CancellationToken cancellationToken)
    {
        if (!IsFirst(context, item))
        {
            context.Skipped(item.ContentItemId, ContentRecipeMessages.ItemTwice, item.ContentItemVersionId);
            return;
        }
        var row = batch.FindRow(item.ContentItemId);
        var before = LocalDecisions.Of(context).Before(item.ContentItemId, row);
        if (before is { IsOfOthers: true })
        {
            // It is not there for the runner, who learns no more than that.
            context.Skipped(item.ContentItemId, ContentRecipeMessages.ItemOfOthers, item.ContentItemId);
            return;
        }
        if (row is not null && item.ContentType.Length > 0 && row.ContentType != item.ContentType)
        {
            context.Fail(item.ContentItemId, ContentRecipeMessages.TypeOfAnother, row.DisplayText, row.ContentType, item.ContentType);
            return;
        }
        if (ReportAll(context, item, ImportedMoments.Check(item)))
        {
            return;
        }
        var isPublic = item.Published;
        ImportedMoments.HoldBack(context, item, clock.GetUtcNow());
        var known = batch.FindVersion(item.ContentItemVersionId);
        if (known is not null && known.ContentItemId != item.ContentItemId)
        {
            context.Fail(item.ContentItemId, ContentRecipeMessages.VersionOfAnother, item.ContentItemVersionId, known.ContentItemId);
            return;
        }
        var same = row is null ? null : FindSame(batch, row, known, item);
        isPublic |= known is not null && row?.PublishedVersionId == known.ContentItemVersionId;
        if ((same is null || IsMissing(row!, same, item)) && before?.Left(item, isPublic, IsNew(item, known), clock.GetUtcNow()) is { } decided)
        {
            context.Skipped(item.ContentItemId, decided, row!.DisplayText);
            return;
        }
        if (row is not null && same is not null)
        {
            PublishIfMissing(context, batch, row, same, item);
            return;
        }
        var source = item.Clone();
        if (known is not null)
        {
            item = Merged(batch, row!, known, item);
        }
        else if (row is not null)
        {
            item.ContentType = row.ContentType;
        }
        var schedule = ImportedMoments.ToSchedule(context, row, item, source, clock.GetUtcNow());
        var isPublishing = item.Published || schedule.PublishAt is not null;
        var problems = await CheckAsync(item, isPublishing, cancellationToken);
        if (item.Published && row?.PublishedVersionId is null && await FindWhatCameLaterAsync(item, problems, cancellationToken) is { } draft)
        {
            context.Warn(item.ContentItemId, ContentRecipeMessages.MadeDraft, Title(item), draft.Later.ToEnglish());
            (item.Published, isPublishing, problems) = (false, false, draft.Problems);
        }
        // Nothing gives way to what does not become public.
        else if (item.Published && !context.IsFromLibrary && problems.TrueForAll(IsAboutAddress) && await setUp.GiveWayAsync(item, _actor, cancellationToken))
        {
            context.Warn(item.ContentItemId, ContentRecipeMessages.SetUpGaveWay, Title(item), ContentRoutes.PathOf(item) ?? "");
            problems = await CheckAsync(item, isPublishing, cancellationToken);
        }
        if (!isPublishing && row?.PublishedVersionId != item.ContentItemVersionId)
        {
            LetNamesPass(context, item, problems);
        }
        problems.AddRange(item.Published ? batch.Names.Claim(item.ContentItemId, checks.NamesOf(item)) : []);
        problems.AddRange(moments.CheckMoments(row, schedule.PublishAt, schedule.WithdrawAt));
        var hasAddress = await HasAddressAsync(context, batch, item, isPublishing || (row?.PublishedVersionId is { } published && published == item.ContentItemVersionId), problems, cancellationToken);
        if (!ReportAll(context, item, problems) && hasAddress)
        {
            Stage(context, batch, row, known, item, source, schedule);
        }
    }

    private static bool IsAboutAddress(Problem problem) => problem.Code == ContentProblems.AddressTaken("").Code;

    // It was complete by the rules of the place it comes from; what keeps it from becoming public here does not keep it from being a draft.
    private async Task<(Problem Later, List<Problem> Problems)?> FindWhatCameLaterAsync(ContentItem item, List<Problem> problems, CancellationToken cancellationToken)
    {
        if (problems.Find(problem => !IsAboutAddress(problem)) is not { } later)
        {
            return null;
        }
        var asDraft = await CheckAsync(item, isPublishing: false, cancellationToken);
        return asDraft.TrueForAll(IsAboutAddress) ? (later, asDraft) : null;
    }

    // A name that another item has by now keeps a draft from being published, not the whole site from being taken over.
    private void LetNamesPass(RecipeStepContext context, ContentItem item, List<Problem> problems)
    {
        var codes = checks.NamesOf(item).Select(name => name.Taken.Code).Where(code => code != ContentProblems.AddressTaken("").Code).ToHashSet(StringComparer.Ordinal);
        foreach (var problem in problems.Where(problem => codes.Contains(problem.Code)).ToList())
        {
            problems.Remove(problem);
            context.Warn(item.ContentItemId, ContentRecipeMessages.DraftNameTaken, Title(item), problem.ToEnglish());
        }
    }

    private static bool ReportAll(RecipeStepContext context, ContentItem item, IEnumerable<Problem> problems)
    {
        var all = problems.ToList();
        all.ForEach(problem => context.Fail(item.ContentItemId, new(problem.Code, problem.Message), [.. problem.Arguments]));
        return all.Count > 0;
    }

    private static bool IsFirst(RecipeStepContext context, ContentItem item)
    {
        if (!context.Memory.TryGetValue(typeof(ContentImport), out var seen))
        {
            context.Memory[typeof(ContentImport)] = seen = new HashSet<string>(StringComparer.Ordinal);
        }
        return item.ContentItemVersionId.Length == 0 || ((HashSet<string>)seen).Add(item.ContentItemVersionId);
    }

    // Without a version id, an item is known by what it says.
    private static ContentVersionRow? FindSame(ImportBatch batch, ContentItemRow row, ContentVersionRow? known, ContentItem item)
    {
        ContentVersionRow?[] candidates = item.ContentItemVersionId.Length > 0 ? [known] : [batch.FindVersion(row.LatestVersionId), batch.FindVersion(row.PublishedVersionId)];
        return candidates.OfType<ContentVersionRow>().FirstOrDefault(version => IsSame(batch, row, version, item));
    }

    private static bool IsSame(ImportBatch batch, ContentItemRow row, ContentVersionRow version, ContentItem item)
    {
        var note = batch.FindNote(version);
        if (note is not null && note.IsOf(item))
        {
            return true;
        }
        var stored = ExportedItem.Of(row, version, note);
        var given = item.Clone();
        ImportedMoments.MakeAlike(stored, given);
        if (row.WithdrawAt is null && given.Part<ArchiveLaterPart>()?.ScheduledArchiveUtc is null)
        {
            // A withdrawal that was called off stands in the version still.
            stored.Remove<ArchiveLaterPart>();
            given.Remove<ArchiveLaterPart>();
        }
        foreach (var (name, value) in stored.Document.Where(property => property.Value is JsonValue && given.Document[property.Key] is null))
        {
            given.Document[name] = value!.DeepClone();
        }
        return given.HasSameContent(stored, IgnoredProperties.State | IgnoredProperties.VersionId | IgnoredProperties.Nulls);
    }

    private static bool IsMissing(ContentItemRow row, ContentVersionRow version, ContentItem item) =>
        item.Published && item.ContentItemVersionId.Length == 0 && row.PublishedVersionId != version.ContentItemVersionId;

    private void PublishIfMissing(RecipeStepContext context, ImportBatch batch, ContentItemRow row, ContentVersionRow version, ContentItem item)
    {
        if (!IsMissing(row, version, item))
        {
            context.Unchanged(item.ContentItemId, ContentRecipeMessages.ItemSame, row.DisplayText, item.ContentType);
            return;
        }
        var stored = version.ToItem(row);
        Settle(context, row, stored);
        batch.Publishing.Add((row, version, stored));
        context.Applied(item.ContentItemId, ContentRecipeMessages.ItemImported, row.DisplayText, item.ContentType);
    }

    private static ContentItem Merged(ImportBatch batch, ContentItemRow row, ContentVersionRow known, ContentItem item)
    {
        var merged = ExportedItem.Of(row, known, batch.FindNote(known));
        JsonMerge.Into(merged.Document, item.Document);
        return merged;
    }

    // The recipe's display text wins over what would be made of the title, and stock sites have items without a title.
    private async Task<List<Problem>> CheckAsync(ContentItem item, bool isPublishing, CancellationToken cancellationToken)
    {
        var displayText = item.Document[nameof(ContentItem.DisplayText)]?.DeepClone();
        var problems = await checks.CheckAsync(item, isPublishing, cancellationToken);
        item.Document.Remove(nameof(ContentItem.DisplayText));
        if (displayText is not null)
        {
            item.DisplayText = displayText.ToString();
        }
        problems.RemoveAll(problem => problem.Code == ContentProblems.TitleMissing().Code);
        return problems;
    }

    // A draft has no address yet; whoever publishes it will hear that it needs another one. What is public must have one, and the message says which item is in the way.
    private async Task<bool> HasAddressAsync(RecipeStepContext context, ImportBatch batch, ContentItem item, bool isPublic, List<Problem> problems, CancellationToken cancellationToken)
    {
        if (problems.RemoveAll(problem => problem.Code == ContentProblems.AddressTaken("").Code) == 0)
        {
            return true;
        }
        var path = ContentRoutes.PathOf(item) ?? "";
        if (!isPublic)
        {
            context.Warn(item.ContentItemId, ContentRecipeMessages.DraftAddressTaken, Title(item), path);
            return true;
        }
        var other = batch.Publishing.Find(staged => staged.Row.ContentItemId != item.ContentItemId && ContentRoutes.PathOf(staged.Item) == path).Row
            ?? await db.Set<ContentItemRow>().AsNoTracking().FirstOrDefaultAsync(row => db.Set<ContentRouteRow>().Any(route => route.Path == path && route.ContentItemId == row.ContentItemId), cancellationToken);
        context.Fail(item.ContentItemId, ContentRecipeMessages.AddressTaken, Title(item), path, other is null || LocalDecisions.Of(context).Before(other.ContentItemId, other) is { IsOfOthers: true } ? "…" : other.DisplayText, item.ContentItemId);
        return false;
    }

    private void Stage(RecipeStepContext context, ImportBatch batch, ContentItemRow? row, ContentVersionRow? known, ContentItem item, ContentItem source, (DateTimeOffset? PublishAt, DateTimeOffset? WithdrawAt) schedule)
    {
        var now = clock.GetUtcNow();
        item.CreatedUtc ??= now;
        item.ModifiedUtc ??= now;
        if (item.Published || (known is not null && row?.PublishedVersionId == known.ContentItemVersionId))
        {
            Settle(context, row, item);
        }
        var isUpdate = known is not null;
        if (!isUpdate && LocalDecisions.Of(context).Before(item.ContentItemId, row) is { IsDraftNewest: true } && (item.Latest || item.Published))
        {
            context.Warn(item.ContentItemId, ContentRecipeMessages.DraftBehind, row!.DisplayText);
        }
        var version = isUpdate ? Update(row!, known!, item, now) : Add(context, ref row, item, now);
        batch.Add(row!, version, source);
        Schedule(context, row!, item, schedule, IsNew(source, known));
        if (item.Published || row!.PublishedVersionId == version.ContentItemVersionId)
        {
            batch.Publishing.Add((row!, version, item));
        }
        else
        {
            versions.Append(ContentChanges.DraftSaved, row, version.ContentItemVersionId, _actor);
        }
        context.Applied(item.ContentItemId, isUpdate ? ContentRecipeMessages.ItemUpdated : ContentRecipeMessages.ItemImported, Title(item), item.ContentType);
    }

    private ContentVersionRow Add(RecipeStepContext context, ref ContentItemRow? row, ContentItem item, DateTimeOffset now)
    {
        if (item.ContentItemVersionId.Length == 0)
        {
            item.ContentItemVersionId = ContentIds.New();
        }
        var isArchived = !item.Latest && !item.Published;
        var before = row is null ? default : (row.LatestVersionId, row.DisplayText, row.DraftAudience, row.DraftAudienceGroup);
        row ??= versions.AddRow(item, item.CreatedUtc ?? now);
        var version = versions.StageVersion(row, item, _actor, null, now);
        row.DisplayText = Title(item);
        if (isArchived && before.LatestVersionId is not null)
        {
            (row.LatestVersionId, row.DisplayText, row.DraftAudience, row.DraftAudienceGroup) = before;
        }
        else if (isArchived)
        {
            context.Warn(item.ContentItemId, ContentRecipeMessages.ItemArchived, Title(item));
        }
        return version;
    }

    // The recipe names a version that is there with other content. History loses nothing: what it said moves to an id of its own.
    private ContentVersionRow Update(ContentItemRow row, ContentVersionRow known, ContentItem item, DateTimeOffset now)
    {
        var before = ContentIds.New();
        db.Add(new ContentVersionRow
        {
            ContentItemVersionId = before,
            ContentItemId = known.ContentItemId,
            Number = known.Number,
            Json = known.Json,
            Author = known.Author,
            Comment = known.Comment,
            SavedAt = known.SavedAt,
            PublishedAt = known.PublishedAt,
            PublishedBy = known.PublishedBy,
        });
        (known.Number, known.Json, known.Author, known.SavedAt) = (++row.LastNumber, item.ToJson(), item.Author, now);
        // Nobody has published or explained what it says now.
        (known.PublishedAt, known.PublishedBy, known.Comment) = (null, null, null);
        if (item.Latest || row.LatestVersionId == known.ContentItemVersionId)
        {
            row.MakeNewest(known.ContentItemVersionId, item, Title(item));
        }
        // What was approved is what it said, not what the recipe makes of it.
        if (row.ScheduledVersionId == known.ContentItemVersionId)
        {
            row.ScheduledVersionId = before;
        }
        (row.ModifiedAt, row.ModifiedBy) = (now, _actor.Name);
        row.Stamp++;
        return known;
    }

    private static bool IsNew(ContentItem item, ContentVersionRow? known) => known is null && item.ContentItemVersionId.Length > 0;

    private void Schedule(RecipeStepContext context, ContentItemRow row, ContentItem item, (DateTimeOffset? PublishAt, DateTimeOffset? WithdrawAt) schedule, bool isNew)
    {
        if (schedule.PublishAt is { } publishAt)
        {
            row.Schedule(item.ContentItemVersionId, item, publishAt, _actor.Name);
        }
        if (schedule.WithdrawAt is { } withdrawAt && LocalDecisions.Of(context).Before(row.ContentItemId, row)?.KeepsWithdrawal(withdrawAt, isNew) == true)
        {
            context.Warn(row.ContentItemId, ContentRecipeMessages.WithdrawalLeft, row.DisplayText);
            return;
        }
        if (schedule.WithdrawAt is not null && schedule.WithdrawAt != row.WithdrawAt && !_actor.Can(ContentRights.Withdraw))
        {
            context.Warn(row.ContentItemId, ContentRecipeMessages.WithdrawalNotYours, row.DisplayText);
            return;
        }
        row.WithdrawAt = schedule.WithdrawAt ?? row.WithdrawAt;
    }

    private void Settle(RecipeStepContext context, ContentItemRow? row, ContentItem item)
    {
        if (!context.IsFromLibrary)
        {
            ImportedMoments.Settle(item, row, clock.GetUtcNow());
        }
    }

    private async Task SaveAsync(RecipeStepContext context, ImportBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Publishing.Count > 0)
        {
            await gate.MakePublicAsync(batch.Publishing, null, _actor, cancellationToken);
            foreach (var (row, version, _) in batch.Publishing.Where(staged => context.IsFromLibrary && ContentRoutes.PathOf(staged.Item) is not null))
            {
                await setUp.NoteAsync(row, version, cancellationToken);
            }
        }
        foreach (var (version, source) in batch.Staged)
        {
            await NoteAsync(context, batch, version, source, cancellationToken);
        }
        batch.Publishing.Clear();
        batch.Staged.Clear();
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task NoteAsync(RecipeStepContext context, ImportBatch batch, ContentVersionRow version, ContentItem source, CancellationToken cancellationToken)
    {
        if (ImportNote.Of(source, ContentItem.FromJson(version.Json)) is not { } note)
        {
            return;
        }
        batch.Note(version, note);
        await documents.PutAsync(KeptCollections.Imports, version.ContentItemVersionId, note.ToJson(), cancellationToken);
        if (note.Cleaned.Count > 0)
        {
            context.Warn(source.ContentItemId, ContentRecipeMessages.HtmlCleaned, Title(source));
        }
    }

    private static string Title(ContentItem item) => item.DisplayText ?? item.Part<TitlePart>()?.Title ?? "";
}
