using Lucene.Net.Index;
using Lucene.Net.Store;

namespace AgencyCMS.Search.Engine.Storage;

/// <summary>
/// Tells damage, which a rebuild cures, from refusals of the system (full disk, no right, a lock held elsewhere), which pass and leave the index as it is.
/// </summary>
internal static class IndexDamage
{
    // A wrong checksum Lucene reports as a bare IOException of its own.
    public static bool IsFoundUsing(Exception exception) => exception
        is CorruptIndexException
        or IndexNotFoundException
        or IndexFormatTooOldException
        or IndexFormatTooNewException
        or FileNotFoundException
        or DirectoryNotFoundException
        or EndOfStreamException
        or InvalidDataException
        or IOException { Source: "Lucene.Net" } and not LockObtainFailedException;

    /// <summary>Opening reads nothing but files, and damaged ones lead Lucene into exceptions of many types.</summary>
    public static bool IsFoundOpening(Exception exception) =>
        IsFoundUsing(exception) || exception is not (IOException or UnauthorizedAccessException or OutOfMemoryException);
}
