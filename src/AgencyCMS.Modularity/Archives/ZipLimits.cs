namespace AgencyCMS.Modularity.Archives;

/// <summary>What an archive from outside may hold at most.</summary>
/// <param name="MaxEntries">Files and folders.</param>
/// <param name="MaxUnpackedBytes">Of all entries together, as the archive declares them; reading an entry ends at what it declares.</param>
public sealed record ZipLimits(int MaxEntries, long MaxUnpackedBytes)
{
    /// <summary>Bytes of the list of entries, which is held in memory: names may be long.</summary>
    public long MaxListBytes { get; init; } = 8L * 1024 * 1024;
}

/// <summary>A zip archive that holds more than its <see cref="ZipLimits"/>.</summary>
/// <param name="hasTooManyEntries">True when it is their number, or the length of their list; false when it is what they unpack to.</param>
public sealed class ZipTooLargeException(bool hasTooManyEntries) : IOException("The archive holds more than is taken.")
{
    public bool HasTooManyEntries { get; } = hasTooManyEntries;
}
