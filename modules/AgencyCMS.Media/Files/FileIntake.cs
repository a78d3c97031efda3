using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Media.Files;

/// <summary>What every file passes on its way in, whoever brings it.</summary>
internal sealed class FileIntake(MediaFolder folder, TenantSettings settings)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Checks a file of an item and keeps its content.</summary>
    /// <param name="refuse">Its size in bytes → why it is not kept although it is in order; null when it may be.</param>
    public Task<Outcome<CheckedFile>> TakeAsync(string sentName, Stream content, Func<long, Task<Problem?>> refuse, CancellationToken cancellationToken) =>
        TakeAsync(sentName, FileKinds.Of, content, refuse, cancellationToken);

    /// <summary>Checks a file of an item and keeps nothing.</summary>
    public Task<Outcome<CheckedFile>> CheckAsync(string sentName, Stream content, CancellationToken cancellationToken) => TakeAsync(sentName, FileKinds.Of, content, refuse: null, cancellationToken);

    /// <summary>Checks a file of the site itself and keeps its content.</summary>
    public Task<Outcome<CheckedFile>> TakeOfSiteAsync(string sentName, Stream content, CancellationToken cancellationToken) =>
        TakeAsync(sentName, FileKinds.OfSite, content, _ => Task.FromResult<Problem?>(null), cancellationToken);

    // Without a question whether it may be kept, it is not.
    private async Task<Outcome<CheckedFile>> TakeAsync(string sentName, Func<string, FileKind?> kinds, Stream content, Func<long, Task<Problem?>>? refuse, CancellationToken cancellationToken)
    {
        if (FileNames.Clean(sentName) is not { } name)
        {
            return MediaProblems.NameNotValid(StorableText.Show(sentName));
        }
        if (kinds(name) is not { } kind)
        {
            return MediaProblems.KindNotAllowed(name);
        }
        var limit = Math.Max(1, (await settings.GetAsync<MediaSettings>(cancellationToken)).MaxFileMegabytes);
        await using var file = await folder.TakeAsync(content, limit * Megabyte, cancellationToken);
        if (file is null)
        {
            return MediaProblems.TooLarge(name, limit);
        }
        if (file.Content.Length == 0)
        {
            return MediaProblems.Empty(name);
        }
        if (kind.Check(file.Content) is { } fault)
        {
            return fault.Tell(name);
        }
        if (refuse is not null)
        {
            if (await refuse(file.Content.Length) is { } problem)
            {
                return problem;
            }
            await folder.KeepAsync(file, cancellationToken);
        }
        return new CheckedFile(name, kind.MediaType, file.Content.Length, file.Hash);
    }
}

/// <summary>A file whose content is kept.</summary>
internal sealed record CheckedFile(string FileName, string MediaType, long Size, string Hash);

/// <summary>Section <c>MediaSettings</c> of the tenant's settings.</summary>
internal sealed record MediaSettings
{
    public int MaxFileMegabytes { get; init; } = 50;

    /// <summary>Of all files of items together.</summary>
    public int MaxTotalMegabytes { get; init; } = 50 * 1024;

    /// <summary>What one person may bring within 24 hours.</summary>
    public int MaxDailyMegabytes { get; init; } = 2 * 1024;
}
