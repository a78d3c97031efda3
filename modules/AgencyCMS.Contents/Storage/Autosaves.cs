using System.Collections.Immutable;
using System.Text.Json;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.Editing;
using AgencyCMS.Contents.EditItem;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Contents.Storage;

/// <summary>What one person has typed and not yet saved, for each item.</summary>
internal sealed class Autosaves(TenantDb db, FormReceipts receipts, TimeProvider clock)
{
    /// <summary>Texts that are kept for one person; beyond these the oldest go.</summary>
    public const int MaxOfPerson = 50;

    /// <summary>Characters that are kept for one person, in all texts together; beyond these the oldest go.</summary>
    public const int MaxCharactersOfPerson = 32 * 1024 * 1024;

    // Smaller texts cannot fill that before their number is reached.
    private const int LargeCharacters = MaxCharactersOfPerson / MaxOfPerson;

    /// <returns>Null when this person left nothing that was not saved.</returns>
    public async Task<Autosave?> FindAsync(string contentItemId, Actor actor, CancellationToken cancellationToken)
    {
        var row = await db.Set<ContentAutosaveRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == contentItemId && row.Account == actor.Name, cancellationToken);
        // What the browser sent while its form was on the way may arrive after the form itself.
        return row is null || await HasArrivedAsync(Read(row).Form.Text(ItemFormNames.Token), actor, cancellationToken) ? null : Read(row);
    }

    /// <summary>Tells whether a form of the page with this token was saved.</summary>
    public async Task<bool> HasArrivedAsync(string? token, Actor actor, CancellationToken cancellationToken) =>
        token is not null && await receipts.IsUsedAsync(FormReceipts.KeyOf(token, actor), cancellationToken);

    /// <summary>Texts of this person that belong to no item yet, newest first.</summary>
    public async Task<IReadOnlyList<Autosave>> ListOfNewItemsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ContentAutosaveRow>().AsNoTracking()
            .Where(row => row.Account == actor.Name && !db.Set<ContentItemRow>().Any(item => item.ContentItemId == row.ContentItemId))
            .OrderByDescending(row => row.SavedAt).Take(20).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <summary>Keeps what was typed, in the place of what was kept before.</summary>
    public async Task KeepAsync(string contentItemId, int stamp, EditorForm form, Actor actor, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(form.Values.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()), ContentJson.Readable);
        // What one browser sends may overtake what it sent before, or come from two windows at once.
        await using var alone = await db.BeginChangeAsync(cancellationToken);
        var row = await db.Set<ContentAutosaveRow>().FindAsync([db.CurrentTenantId, contentItemId, actor.Name], cancellationToken);
        if (row is null || json.Length > LargeCharacters)
        {
            await MakeRoomAsync(contentItemId, json.Length, actor, cancellationToken);
        }
        if (row is null)
        {
            db.Add(new ContentAutosaveRow { ContentItemId = contentItemId, Account = actor.Name, Stamp = stamp, Form = json, SavedAt = clock.GetUtcNow() });
        }
        else
        {
            (row.Stamp, row.Form, row.SavedAt) = (stamp, json, clock.GetUtcNow());
        }
        await db.SaveChangesAsync(cancellationToken);
        await (alone?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
    }

    /// <summary>Forgets what was typed.</summary>
    public async Task RemoveAsync(string contentItemId, Actor actor, CancellationToken cancellationToken)
    {
        // Not while the same text is being kept.
        await using var alone = await db.BeginChangeAsync(cancellationToken);
        await db.Set<ContentAutosaveRow>().Where(row => row.ContentItemId == contentItemId && row.Account == actor.Name).ExecuteDeleteAsync(cancellationToken);
        await (alone?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
    }

    private async Task MakeRoomAsync(string contentItemId, long characters, Actor actor, CancellationToken cancellationToken)
    {
        var others = await db.Set<ContentAutosaveRow>().Where(row => row.Account == actor.Name && row.ContentItemId != contentItemId).OrderByDescending(row => row.SavedAt)
            .ThenBy(row => row.ContentItemId).Select(row => new { row.ContentItemId, row.Form.Length }).ToListAsync(cancellationToken);
        var beyond = others.Where((row, place) => (characters += row.Length) > MaxCharactersOfPerson || place >= MaxOfPerson - 1).Select(row => row.ContentItemId).ToList();
        if (beyond.Count > 0)
        {
            await db.Set<ContentAutosaveRow>().Where(row => row.Account == actor.Name && beyond.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static Autosave Read(ContentAutosaveRow row)
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, string[]>>(row.Form) ?? [];
        var form = new EditorForm(values.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal), []);
        return new Autosave(row.ContentItemId, row.Stamp, form, row.SavedAt);
    }
}

/// <summary>What somebody has typed and not yet saved.</summary>
/// <param name="Stamp">Stamp of the item when the typing began; 0 for a new one.</param>
internal sealed record Autosave(string ContentItemId, int Stamp, EditorForm Form, DateTimeOffset SavedAt);
