namespace AgencyCMS.Modularity.Archives;

/// <summary>What an archive from outside may hold at most.</summary>
/// <param name="MaxEntries">Files and folders.</param>
/// <param name="MaxUnpackedBytes">Of all entries together, as the archive declares them; reading an entry ends at what it declares.</param>
public sealed record ZipLimits(int MaxEntries, long MaxUnpackedBytes);

/// <summary>A zip archive that holds more than its <see cref="ZipLimits"/>.</summary>
public sealed class ZipTooLargeException() : IOException("The archive holds more than is taken.");
