using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Media.Files;
using AgencyCMS.Media.Storage;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Media.Maintenance;

/// <summary>Forgets files that came with a form which was never saved. A file that any version of its item names stays for ever.</summary>
internal sealed class ForgetUploads(StoreSessions stores, StoreFiles files, TimeProvider clock) : ITenantJob
{
    // Longer than what was typed is kept, so that nobody who comes back to it misses its files.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(35);

    public string Name => "media.forget-uploads";

    public string Description => "Removes files that were uploaded with a form and not saved with an item within 35 days.";

    public string Cron => "0 40 2 * * ?";

    public string? FeatureId => "AgencyCMS.Media";

    public async Task RunAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var before = clock.GetUtcNow() - Kept;
        await using var db = stores.Open(tenant.Id);
        var forgotten = await db.Set<MediaFileRow>().Where(file => file.UploadedAt < before
            && !db.Set<PublicFileRow>().Any(row => row.Id == file.Id)
            && !db.Set<ContentVersionRow>().Any(version => version.ContentItemId == file.ContentItemId && version.Json.Contains(file.Id))).ToListAsync(cancellationToken);
        db.RemoveRange(forgotten);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var hash in forgotten.Select(file => file.Hash).Distinct(StringComparer.Ordinal))
        {
            var isUsed = await db.Set<MediaFileRow>().AnyAsync(row => row.Hash == hash, cancellationToken)
                || await db.Set<PublicFileRow>().AnyAsync(row => row.Hash == hash, cancellationToken)
                || await db.Set<LibraryFileRow>().AnyAsync(row => row.Hash == hash, cancellationToken);
            // The same content that comes again is touched before its row is written.
            if (!isUsed && MediaFolder.PathOf(files, tenant.Id, hash) is var path && File.GetLastWriteTimeUtc(path) < before)
            {
                File.Delete(path);
            }
        }
    }
}
