using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.EditItem;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
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

    /// <summary>The same for all forms with the token of one page: tells that one of them has arrived.</summary>
    public static string KeyOf(string token, Actor actor) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.AccountId} {token}")));

    public Task<bool> IsUsedAsync(string key, CancellationToken cancellationToken) =>
        db.Set<FormReceiptRow>().AsNoTracking().AnyAsync(row => row.Key == key, cancellationToken);

    /// <summary>Stages the receipt; it is written with the session's next save, together with what the form does.</summary>
    /// <param name="receipt">Key of the form.</param>
    /// <param name="form">The form.</param>
    /// <param name="actor">Who sent it.</param>
    /// <param name="cancellationToken">Stops before it is staged.</param>
    public async Task StageAsync(string receipt, EditorForm form, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Set<FormReceiptRow>().Where(row => row.UsedAt < now - Kept).ExecuteDeleteAsync(cancellationToken);
        db.Add(new FormReceiptRow { Key = receipt, UsedAt = now });
        // Somebody who goes back and sends another text sends the same token with it.
        if (form.Text(ItemFormNames.Token) is { } token && !await IsUsedAsync(KeyOf(token, actor), cancellationToken))
        {
            db.Add(new FormReceiptRow { Key = KeyOf(token, actor), UsedAt = now });
        }
    }
}
