using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Contents.Storage;

/// <summary>Makes forms safe to send twice: by a double click, by a proxy that tries again, by going back and pressing the button once more.</summary>
internal sealed class FormReceipts(TenantDb db, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>The same for the same form with the same text and files from the same person. Each page that shows the form gives it a new token, so typing the same again is a new form.</summary>
    public static async Task<string> KeyOfAsync(EditorForm form, Actor actor, CancellationToken cancellationToken)
    {
        var values = form.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new { pair.Key, Value = pair.Value.ToArray() });
        var files = new List<object>();
        foreach (var file in form.Files)
        {
            await using var content = file.Open();
            files.Add(new { file.Field, file.FileName, Hash = await SHA256.HashDataAsync(content, cancellationToken) });
        }
        var text = JsonSerializer.Serialize(new { actor.AccountId, values, files });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The same for a button pressed twice on the same page: what it does, to which state of which item, with what was typed.</summary>
    public static string KeyOf(string verb, string contentItemId, int expectedVersion, Actor actor, params ReadOnlySpan<string?> typed) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { actor.AccountId, verb, contentItemId, expectedVersion, typed = typed.ToArray() })));

    /// <summary>The same for all forms with the token of one page: tells that one of them has arrived.</summary>
    public static string KeyOf(string token, Actor actor) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.AccountId} {token}")));

    public Task<bool> IsUsedAsync(string key, CancellationToken cancellationToken) =>
        db.Set<FormReceiptRow>().AsNoTracking().AnyAsync(row => row.Key == key, cancellationToken);

    /// <summary>Carries out what a form asks for, unless the same form has done it already and nothing has happened to the item since.</summary>
    /// <param name="key">Key of the form.</param>
    /// <param name="contentItemId">The item.</param>
    /// <param name="token">Token of the page that showed the form; null when it has none.</param>
    /// <param name="actor">Who sent it.</param>
    /// <param name="change">What it asks for.</param>
    /// <param name="cancellationToken">Stops before the change.</param>
    public async Task<Outcome<ContentItemRow>> OnceAsync(
        string key, string contentItemId, string? token, Actor actor, Func<Task<Outcome<ContentItemRow>>> change, CancellationToken cancellationToken)
    {
        // Two equal forms at the same instant wait for one another.
        await using var alone = await db.BeginChangeAsync(cancellationToken);
        if (await FindDoneAsync(key, contentItemId, cancellationToken) is { } done)
        {
            return done;
        }
        var outcome = await change();
        if (outcome.TryGet(out var item))
        {
            await StageAsync(key, item.Stamp, token, actor, cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
            await (alone?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
        }
        return outcome;
    }

    /// <summary>The item, if this form was dealt with and the item is as the form has left it. What somebody has changed since must not be told as done.</summary>
    public async Task<ContentItemRow?> FindDoneAsync(string key, string contentItemId, CancellationToken cancellationToken)
    {
        var receipt = await db.Set<FormReceiptRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellationToken);
        var item = receipt is null ? null : await db.Set<ContentItemRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellationToken);
        return item?.Stamp == (receipt?.Stamp ?? item?.Stamp) ? item : null;
    }

    private async Task StageAsync(string key, int stamp, string? token, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Set<FormReceiptRow>().Where(row => row.UsedAt < now - Kept).ExecuteDeleteAsync(cancellationToken);
        db.Add(new FormReceiptRow { Key = key, UsedAt = now, Stamp = stamp });
        // Somebody who goes back and sends another text sends the same token with it.
        if (token is not null && !await IsUsedAsync(KeyOf(token, actor), cancellationToken))
        {
            db.Add(new FormReceiptRow { Key = KeyOf(token, actor), UsedAt = now });
        }
    }
}
