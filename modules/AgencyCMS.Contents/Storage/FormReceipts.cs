using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Contents.Storage;

/// <summary>Makes forms safe to send twice: by a double click, by a proxy that tries again, by going back and pressing the button once more.</summary>
internal sealed class FormReceipts(TenantDb db, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>The same for the same form with the same text from the same person. Each page that shows the form gives it a new token, so typing the same again is a new form.</summary>
    public static string KeyOf(EditorForm form, Actor actor)
    {
        var values = form.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new { pair.Key, Value = pair.Value.ToArray() });
        var files = form.Files.Select(file => new { file.Field, file.FileName, file.Length });
        var text = JsonSerializer.Serialize(new { actor.AccountId, values, files });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    public Task<bool> IsUsedAsync(string key, CancellationToken cancellationToken) =>
        db.Set<FormReceiptRow>().AsNoTracking().AnyAsync(row => row.Key == key, cancellationToken);

    /// <summary>Stages the receipt; it is written with the session's next save, together with what the form does.</summary>
    public async Task StageAsync(string key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var old = await db.Set<FormReceiptRow>().Where(row => row.UsedAt < now - Kept).Take(100).ToListAsync(cancellationToken);
        db.RemoveRange(old);
        db.Add(new FormReceiptRow { Key = key, UsedAt = now });
    }
}
