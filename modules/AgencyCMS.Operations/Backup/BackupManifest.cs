using System.Text.Json.Serialization;
using AgencyCMS.Data.Stores;

namespace AgencyCMS.Operations.Backup;

/// <summary>What a backup holds; the file <c>manifest.json</c>, written last. Paths are relative to the backup's folder, with slashes.</summary>
internal sealed record BackupManifest
{
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Which county it is of; null in a backup of an older program.</summary>
    public string? Installation { get; init; }

    public required DatabaseProvider Provider { get; init; }

    /// <summary>State of the tenant stores' schema.</summary>
    public required string Schema { get; init; }

    /// <summary>Copy of the county store; null in a backup of one tenant.</summary>
    public BackupFile? County { get; init; }

    public required IReadOnlyList<BackupTenant> Tenants { get; init; }

    /// <summary>The tenants that could not be copied.</summary>
    public IReadOnlyList<BackupFailure> Failed { get; init; } = [];

    /// <summary>The media that are damaged where they were copied from.</summary>
    public IReadOnlyList<BackupDamage> Damaged { get; init; } = [];

    /// <summary>Every copy of a tenant that the folder holds: of those that failed, the last one that did not.</summary>
    [JsonIgnore]
    public IEnumerable<BackupTenant> Copies => Tenants.Concat(Failed.Select(failure => failure.LastCopy).OfType<BackupTenant>());
}

/// <param name="Path">Relative to the backup's folder.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
internal sealed record BackupFile(string Path, long Length, string Sha256);

/// <param name="Id">The tenant's id, which is the same where it is restored.</param>
/// <param name="Name">What it was called then.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Store">Copy of its store.</param>
/// <param name="Media">Its media; their paths are relative to its media folder.</param>
/// <param name="MadeAt">When it was copied; null in a backup of an older program.</param>
internal sealed record BackupTenant(int Id, string Name, string Title, BackupFile Store, IReadOnlyList<BackupMedia> Media, DateTimeOffset? MadeAt = null);

/// <param name="Path">Relative to the tenant's media folder, with slashes.</param>
/// <param name="Length">Bytes.</param>
internal sealed record BackupMedia(string Path, long Length);

/// <param name="Id">The tenant's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Error">Why it could not be copied.</param>
/// <param name="LastCopy">What an earlier backup into the same folder copied of it, which stays; null when there is none.</param>
internal sealed record BackupFailure(int Id, string Name, string Error, BackupTenant? LastCopy = null);

/// <param name="Id">The tenant's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Path">Relative to the tenant's media folder, with slashes.</param>
/// <param name="IsKept">True when an earlier backup into the same folder copied it whole.</param>
internal sealed record BackupDamage(int Id, string Name, string Path, bool IsKept);
