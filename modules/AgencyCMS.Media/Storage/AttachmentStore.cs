using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Media.Files;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyCMS.Media.Storage;

internal sealed class AttachmentStore(FileIntake intake, TenantSettings settings, TenantDb db, IActorSource actors, TimeProvider clock) : IAttachmentStore
{
    private const long Megabyte = 1024 * 1024;

    public Task<Outcome<Attachment>> AddAsync(string contentItemId, string fileName, Stream content, CancellationToken cancellationToken) =>
        AddAsync(contentItemId, ContentIds.New(), fileName, content, cancellationToken);

    public async Task<Outcome<Attachment>> AddOnceAsync(string contentItemId, string id, string fileName, Stream content, bool isRehearsal, CancellationToken cancellationToken)
    {
        if ((await FindAsync(contentItemId, [id], cancellationToken)).TryGetValue(id, out var known))
        {
            return new Attachment(id, known.FileName, "", known.Size, known.MediaType, known.Hash);
        }
        if (!isRehearsal)
        {
            return await AddAsync(contentItemId, id, fileName, content, cancellationToken);
        }
        var taken = await intake.CheckAsync(fileName, content, cancellationToken);
        return taken.TryGet(out var file) ? new Attachment(id, file.FileName, "", file.Size, file.MediaType, file.Hash) : Outcome.Refused<Attachment>(taken.Problems);
    }

    /// <summary>The same for a file whose id is given, as by a recipe.</summary>
    public async Task<Outcome<Attachment>> AddAsync(string contentItemId, string id, string fileName, Stream content, CancellationToken cancellationToken)
    {
        // Nobody who has no room left need send a file to be told so.
        if (await RefuseAsync(0, cancellationToken) is { } problem)
        {
            return problem;
        }
        IDbContextTransaction? change = null;
        try
        {
            // Of files that come at the same instant each must see those before it.
            var taken = await intake.TakeAsync(
                fileName,
                content,
                async size =>
                {
                    change = await db.BeginChangeAsync(cancellationToken);
                    return await RefuseAsync(size, cancellationToken);
                },
                cancellationToken);
            if (!taken.TryGet(out var file))
            {
                return Outcome.Refused<Attachment>(taken.Problems);
            }
            db.Add(new MediaFileRow
            {
                Id = id,
                ContentItemId = contentItemId,
                Hash = file.Hash,
                FileName = file.FileName,
                MediaType = file.MediaType,
                Size = file.Size,
                UploadedBy = (await actors.GetAsync()).Name,
                UploadedAt = clock.GetUtcNow(),
            });
            await db.SaveChangesAsync(cancellationToken);
            await (change?.CommitAsync(CancellationToken.None) ?? Task.CompletedTask);
            return new Attachment(id, file.FileName, "", file.Size, file.MediaType, file.Hash);
        }
        finally
        {
            await (change?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    // The platform's own work (imports, recipes) is bounded by what it is given.
    private async Task<Problem?> RefuseAsync(long size, CancellationToken cancellationToken)
    {
        if ((await actors.GetAsync()) is not { AccountId: not null } person)
        {
            return null;
        }
        var limits = await settings.GetAsync<MediaSettings>(cancellationToken);
        var total = await db.Set<MediaFileRow>().SumAsync(row => row.Size, cancellationToken);
        if (IsReached(total, size, limits.MaxTotalMegabytes))
        {
            return MediaProblems.TotalReached(limits.MaxTotalMegabytes);
        }
        var since = clock.GetUtcNow().AddDays(-1);
        var today = await db.Set<MediaFileRow>().Where(row => row.UploadedBy == person.Name && row.UploadedAt > since).SumAsync(row => row.Size, cancellationToken);
        return IsReached(today, size, limits.MaxDailyMegabytes) ? MediaProblems.DailyReached(limits.MaxDailyMegabytes) : null;
    }

    private static bool IsReached(long taken, long more, int megabytes) => taken >= megabytes * Megabyte || taken + more > megabytes * Megabyte;

    /// <summary>The files of an item with those ids; others are left out.</summary>
    public async Task<Dictionary<string, MediaFileRow>> FindAsync(string contentItemId, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToList();
        return await db.Set<MediaFileRow>().AsNoTracking().Where(row => row.ContentItemId == contentItemId && wanted.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
    }
}
