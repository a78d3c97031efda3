using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Domain;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Catalogue;

/// <summary>Changes the tenant's catalogue: adopts standard entries, adds own ones, declares that there is no such matter.</summary>
internal sealed partial class CatalogueEditor(TenantDb db, CatalogueTree tree, TenantContext context, IActorSource actors, TimeProvider clock)
{
    /// <summary>Kind of the change that is appended; the subject is the entry's code.</summary>
    public const string Changed = "disclosure.catalogue-changed";

    /// <summary>Stages an entry of the standard catalogue; the caller saves.</summary>
    /// <returns>False when it was the same already.</returns>
    public async Task<bool> AdoptAsync(JsonObject entry, int position, CancellationToken cancellationToken)
    {
        var code = entry["Code"]!.GetValue<string>();
        var row = await db.Set<CatalogueEntryRow>().FindAsync([db.CurrentTenantId, code], cancellationToken);
        var isOwn = entry["IsOwn"]?.GetValue<bool>() ?? false;
        var details = (isOwn ? CatalogueEntryJson.DetailsOf(entry) : entry).ToJsonString(ContentManagement.Items.ContentItemJson.Compact);
        if (row is not null && row.Details == details && row.Position == position)
        {
            return false;
        }
        var (parent, title) = (entry["Parent"]?.GetValue<string>(), entry["Title"]!.GetValue<string>());
        if (row is null)
        {
            row = new CatalogueEntryRow { Code = code, Title = "", Details = details, IsOwn = isOwn };
            db.Add(row);
        }
        else if (row.Title != title || row.Parent != parent)
        {
            await AffectItemsAsync(code, cancellationToken);
        }
        (row.Parent, row.Title) = (parent, title);
        row.TitleEn = entry["TitleEn"]?.GetValue<string>() ?? "";
        row.Kind = entry["Kind"]?.GetValue<string>() ?? "entry";
        row.Position = position;
        row.Details = details;
        await AppendAsync(code);
        tree.Forget();
        return true;
    }

    /// <summary>Says whether the catalogue with all that is staged, and perhaps one entry more, is a tree of the allowed size.</summary>
    public async Task<Outcome> CheckShapeAsync((string Code, string? Parent)? added, CancellationToken cancellationToken)
    {
        var parents = await db.Set<CatalogueEntryRow>().AsNoTracking().Select(row => new { row.Code, row.Parent })
            .ToDictionaryAsync(row => row.Code, row => row.Parent, StringComparer.Ordinal, cancellationToken);
        foreach (var row in db.Set<CatalogueEntryRow>().Local)
        {
            parents[row.Code] = row.Parent;
        }
        if (added is { } entry)
        {
            parents[entry.Code] = entry.Parent;
        }
        return CatalogueShape.Check(parents);
    }

    /// <summary>Title of an entry that holds items and is to get sub-entries by what is staged: items stand in entries without sub-entries only.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<string?> FindHiddenAsync(CancellationToken cancellationToken)
    {
        var moved = db.ChangeTracker.Entries<CatalogueEntryRow>()
            .Where(entry => entry.Entity.Parent is not null && (entry.State == EntityState.Added || entry.Property(row => row.Parent).IsModified));
        foreach (var parent in moved.Select(entry => entry.Entity.Parent!).ToHashSet(StringComparer.Ordinal)) // filtered above
        {
            if (await HoldsItemsAsync(parent, cancellationToken))
            {
                return (await db.Set<CatalogueEntryRow>().FindAsync([db.CurrentTenantId, parent], cancellationToken))?.Title ?? parent;
            }
        }
        return null;
    }

    /// <summary>Adds an entry of the agency's own.</summary>
    public async Task<Outcome> AddOwnAsync(string code, string? parent, string title, string titleEn, string description, CancellationToken cancellationToken)
    {
        (title, titleEn, description) = (StorableText.Tidy(title).Trim(), StorableText.Tidy(titleEn).Trim(), StorableText.Tidy(description).Trim());
        // Of two people who add an entry at the same instant the second sees the first one's.
        await using var alone = await db.BeginChangeAsync(cancellationToken);
        var problems = new List<Problem>();
        if (!CodePattern().IsMatch(code))
        {
            problems.Add(DisclosureProblems.EntryCodeNotValid(code));
        }
        else if (await db.Set<CatalogueEntryRow>().AnyAsync(row => row.Code == code, cancellationToken))
        {
            problems.Add(DisclosureProblems.EntryExists(code));
        }
        if (string.IsNullOrWhiteSpace(title))
        {
            problems.Add(DisclosureProblems.EntryTitleMissing());
        }
        problems.AddRange(CatalogueTexts.Check(title, titleEn, description));
        var above = string.IsNullOrEmpty(parent) ? null : (await tree.GetAsync(cancellationToken)).Find(parent);
        if (!string.IsNullOrEmpty(parent) && above is null)
        {
            problems.Add(DisclosureProblems.EntryUnknown(parent));
        }
        else if (above is { Children.Count: 0 } && await HoldsItemsAsync(above.Code, cancellationToken))
        {
            // Items stand in entries without sub-entries only.
            problems.Add(DisclosureProblems.EntryHoldsItems(above.Title));
        }
        else if (problems.Count == 0 && await CheckShapeAsync((code, string.IsNullOrEmpty(parent) ? null : parent), cancellationToken) is { IsRefused: true } shape)
        {
            problems.AddRange(shape.Problems);
        }
        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }
        var last = await db.Set<CatalogueEntryRow>().MaxAsync(row => (int?)row.Position, cancellationToken) ?? 0;
        db.Add(new CatalogueEntryRow
        {
            Code = code,
            Parent = string.IsNullOrEmpty(parent) ? null : parent,
            Title = title,
            TitleEn = titleEn,
            Position = last + 1,
            IsOwn = true,
            Details = new JsonObject { ["Description"] = description }.ToJsonString(ContentManagement.Items.ContentItemJson.Compact),
        });
        await AppendAsync(code);
        await db.SaveChangesAsync(cancellationToken);
        await (alone?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
        tree.Forget();
        return Outcome.Done;
    }

    /// <summary>Removes an own entry that nothing hangs on.</summary>
    public async Task<Outcome> RemoveOwnAsync(string code, CancellationToken cancellationToken)
    {
        // Nobody may hang something on it meanwhile.
        await using var alone = await db.BeginChangeAsync(cancellationToken);
        var row = await db.Set<CatalogueEntryRow>().SingleOrDefaultAsync(row => row.Code == code && row.IsOwn, cancellationToken);
        if (row is null)
        {
            return DisclosureProblems.EntryUnknown(code);
        }
        if (await db.Set<CatalogueEntryRow>().AnyAsync(child => child.Parent == code, cancellationToken) || await HoldsItemsAsync(code, cancellationToken))
        {
            return DisclosureProblems.EntryInUse(row.Title);
        }
        db.Remove(row);
        await AppendAsync(code);
        await db.SaveChangesAsync(cancellationToken);
        await (alone?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
        tree.Forget();
        return Outcome.Done;
    }

    /// <summary>Declares by a form that the agency has no such matter, or takes that back with a null reason, if it still is as the form showed it.</summary>
    /// <param name="code">Code of the entry.</param>
    /// <param name="reason">The reason; null takes the declaration back.</param>
    /// <param name="shown">The reason that stood when the form was shown; empty when nothing was declared.</param>
    /// <param name="cancellationToken">Stops before the change.</param>
    public async Task<Outcome> DeclareAsync(string code, string? reason, string shown, CancellationToken cancellationToken)
    {
        await using var alone = await db.BeginChangeAsync(cancellationToken);
        if (await db.Set<CatalogueEntryRow>().FindAsync([db.CurrentTenantId, code], cancellationToken) is not { } row)
        {
            return DisclosureProblems.EntryUnknown(code);
        }
        if (reason is null ? row.NoneReason is null : row.NoneReason is not null && StorableText.IsSameTyped(reason, row.NoneReason))
        {
            return Outcome.Done;
        }
        if (!StorableText.IsSameTyped(shown, row.NoneReason))
        {
            return DisclosureProblems.DeclarationChangedMeanwhile(row.NoneReason);
        }
        if (reason is not null && await HoldsItemsAsync(code, cancellationToken))
        {
            return DisclosureProblems.DeclarationContradicted(row.Title);
        }
        var outcome = await DeclareNoneAsync(code, reason, null, isBrought: false, cancellationToken);
        if (!outcome.IsRefused)
        {
            await db.SaveChangesAsync(CancellationToken.None);
            await (alone?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
            tree.Forget();
        }
        return outcome;
    }

    /// <summary>Stages the declaration that the agency has no such matter (PC-05), or takes it back with a null reason; the caller saves.</summary>
    /// <param name="code">Code of the entry.</param>
    /// <param name="reason">The reason; null takes the declaration back.</param>
    /// <param name="declaredOn">Its day; null for today. A day to come is refused.</param>
    /// <param name="isBrought">True when the day is what a recipe from elsewhere says.</param>
    /// <param name="cancellationToken">Stops before the change.</param>
    public async Task<Outcome> DeclareNoneAsync(string code, string? reason, DateOnly? declaredOn, bool isBrought, CancellationToken cancellationToken)
    {
        var row = await db.Set<CatalogueEntryRow>().FindAsync([db.CurrentTenantId, code], cancellationToken);
        if (row is null)
        {
            return DisclosureProblems.EntryUnknown(code);
        }
        if (reason is not null && string.IsNullOrWhiteSpace(reason))
        {
            return DisclosureProblems.DeclarationReasonMissing();
        }
        if (Characters.Exceeds(reason, CatalogueTexts.MaxReason))
        {
            return DisclosureProblems.EntryTextTooLong("Reason", CatalogueTexts.MaxReason);
        }
        reason = reason is null ? null : StorableText.Tidy(reason).Trim();
        if (TextProblems.CheckSeen("Reason", reason) is { } unseen)
        {
            return unseen;
        }
        if (row.NoneReason == reason && (reason is null || declaredOn is null || row.NoneDeclaredOn == declaredOn))
        {
            return Outcome.Done;
        }
        var today = context.Tenant.Today(clock);
        if (declaredOn > today || declaredOn?.Year < ContentLimits.FirstYear)
        {
            return DisclosureProblems.DeclaredOnNotPossible();
        }
        row.NoneReason = reason;
        row.NoneBroughtAt = reason is not null && isBrought && declaredOn is not null ? clock.GetUtcNow() : null;
        row.NoneTakenBackAt = reason is null ? clock.GetUtcNow() : null;
        row.NoneDeclaredOn = reason is null ? null : declaredOn ?? today;
        row.NoneDeclaredBy = reason is null ? null : (await actors.GetAsync()).Name;
        await AppendAsync(code);
        tree.Forget();
        return Outcome.Done;
    }

    // Public ones, and those that are to be: what was announced must be able to come.
    /// <summary>Whether items stand in an entry, or will when what is scheduled comes due.</summary>
    public async Task<bool> HoldsItemsAsync(string code, CancellationToken cancellationToken)
    {
        var named = $"\"{code}\"";
        return await db.Set<DisclosureRow>().AnyAsync(item => item.Entry == code, cancellationToken)
            || await db.Set<ContentItemRow>().Where(row => row.ScheduledVersionId != null)
                .Join(db.Set<ContentVersionRow>(), row => row.ScheduledVersionId, version => version.ContentItemVersionId, (_, version) => version.Json)
                .AnyAsync(json => json.Contains(named), cancellationToken);
    }

    // What is found of an item says where it stands in the catalogue.
    private async Task AffectItemsAsync(string code, CancellationToken cancellationToken)
    {
        var codes = (await tree.GetAsync(cancellationToken)).Find(code)?.Branch.Select(node => node.Code).ToList() ?? [code];
        var (actor, now) = ((await actors.GetAsync()).Name, clock.GetUtcNow());
        foreach (var id in await db.Set<DisclosureRow>().Where(row => codes.Contains(row.Entry)).Select(row => row.ContentItemId).ToListAsync(cancellationToken))
        {
            db.Append(new Change { Kind = SearchChanges.ItemAffected, SubjectId = id, Actor = actor, OccurredAt = now });
        }
    }

    private async Task AppendAsync(string code) =>
        db.Append(new Change { Kind = Changed, SubjectId = code, Actor = (await actors.GetAsync()).Name, OccurredAt = clock.GetUtcNow() });

    [GeneratedRegex("^[a-z][a-z0-9_]{1,59}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}
