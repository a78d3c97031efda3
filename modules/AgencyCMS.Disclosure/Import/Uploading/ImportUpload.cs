using AgencyCMS.Disclosure.Import.Reading;
using AgencyCMS.Disclosure.Import.Runs;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Import.Uploading;

/// <summary>Takes an uploaded file to a private place, once it is seen to be what its name says.</summary>
internal sealed class ImportUpload(ImportFolder folder, ImportOptions options)
{
    private const long Megabyte = 1024 * 1024;
    private const int MaxNameCharacters = 120;

    /// <param name="tenant">In whose folder it is kept.</param>
    /// <param name="sentName">As the sender called it.</param>
    /// <param name="bytes">Its length.</param>
    /// <param name="content">Read once; never held in memory as a whole.</param>
    /// <param name="cancellationToken">Nothing is kept then.</param>
    /// <returns>The upload; refused when it cannot be imported. Nothing is kept then.</returns>
    public async Task<Outcome<UploadedTable>> TakeAsync(TenantId tenant, string sentName, long bytes, Stream content, CancellationToken cancellationToken)
    {
        var name = Clean(sentName);
        var isArchive = Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase);
        if (!isArchive && !ImportFile.CanRead(name))
        {
            return ImportProblems.UploadFormatUnknown(name);
        }
        if (bytes > options.MaxFileMegabytes * Megabyte)
        {
            return ImportProblems.TooLarge(name, options.MaxFileMegabytes);
        }
        if (folder.SizeOf(tenant) >= options.MaxKeptMegabytes * Megabyte)
        {
            return ImportProblems.UploadsFull(options.MaxKeptMegabytes);
        }
        var place = folder.Create(tenant);
        var isTaken = false;
        try
        {
            var taken = isArchive
                ? ImportArchive.Unpack(name, content, folder.UploadOf(tenant, place), options.MaxUnpackedMegabytes, cancellationToken)
                : await KeepAsync(name, content, folder.UploadOf(tenant, place), cancellationToken);
            if (taken.IsRefused)
            {
                return Outcome.Refused<UploadedTable>(taken.Problems);
            }
            if (await TableContent.RefuseAsync(Path.Combine(folder.UploadOf(tenant, place), taken.Value), cancellationToken) is { } problem)
            {
                return problem;
            }
            isTaken = true;
            return new UploadedTable(place, taken.Value);
        }
        finally
        {
            if (!isTaken)
            {
                folder.Remove(tenant, place);
            }
        }
    }

    private static async Task<Outcome<string>> KeepAsync(string name, Stream content, string target, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(Path.Combine(target, name), FileMode.CreateNew, FileAccess.Write);
        await content.CopyToAsync(file, cancellationToken);
        return name;
    }

    private static string Clean(string sentName)
    {
        var name = sentName[(sentName.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(name.Where(sign => !char.IsControl(sign) && !char.IsSurrogate(sign) && StorableText.IsStorable([sign]) && "<>:\"|?*".IndexOf(sign, StringComparison.Ordinal) < 0)).Trim();
        var stem = Path.GetFileNameWithoutExtension(kept);
        return (stem.Length == 0 ? "import" : stem[..Math.Min(stem.Length, MaxNameCharacters)]) + Path.GetExtension(kept).ToLowerInvariant();
    }
}

/// <summary>A table that may be imported.</summary>
/// <param name="Folder">Name of the folder it is kept under.</param>
/// <param name="Path">Its path in the upload.</param>
internal sealed record UploadedTable(string Folder, string Path);
