using Lucene.Net.Store;
using Directory = System.IO.Directory;

namespace AgencyCMS.Search.Engine.Storage;

/// <summary>
/// The folder of one index on disk: generations, each a whole Lucene index, and a pointer file that names the one in use.
/// The pointer is replaced in one step after a generation is complete, so a crash leaves the old one or the new.
/// </summary>
internal sealed class IndexFolder(string path)
{
    private const string PointerName = "current";
    private const string GenerationPrefix = "g-";

    private string Pointer => Path.Combine(path, PointerName);

    public string Root => path;

    /// <summary>Path of the generation in use; null when there is none, or the pointer cannot be understood.</summary>
    public string? FindCurrent()
    {
        if (!File.Exists(Pointer))
        {
            return null;
        }
        var name = File.ReadAllText(Pointer);
        return name.StartsWith(GenerationPrefix, StringComparison.Ordinal) && name.AsSpan(2).IndexOfAnyExcept("0123456789abcdef") < 0
            ? Path.Combine(path, name)
            : null;
    }

    /// <summary>How far the generation in use has come, read from its last commit alone.</summary>
    /// <returns>Null when there is none, or its commit cannot be read.</returns>
    public IndexPositions? ReadPositions()
    {
        if (FindCurrent() is not { } current || !Directory.Exists(current))
        {
            return null;
        }
        using var directory = FSDirectory.Open(current);
        try
        {
            return IndexPositions.OfCommit(directory);
        }
        catch (Exception exception) when (IndexDamage.IsFoundOpening(exception))
        {
            return null;
        }
    }

    /// <summary>Makes an empty folder for a new generation, which nobody sees before <see cref="MakeCurrent"/>.</summary>
    public string NewGeneration()
    {
        var generation = Path.Combine(path, $"{GenerationPrefix}{Guid.NewGuid():n}");
        Directory.CreateDirectory(generation);
        return generation;
    }

    /// <param name="generation">Path of a committed generation of this folder.</param>
    public void MakeCurrent(string generation)
    {
        var next = $"{Pointer}.{Path.GetFileName(generation)}";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Path.GetFileName(generation)));
            file.Flush(flushToDisk: true);
        }
        File.Move(next, Pointer, overwrite: true);
    }

    /// <summary>
    /// Removes generations that are not in use. One that is being built, here or in another process, is held by its write
    /// lock and stays.
    /// </summary>
    public void RemoveAbandoned()
    {
        if (!Directory.Exists(path))
        {
            return;
        }
        foreach (var generation in Directory.EnumerateDirectories(path, $"{GenerationPrefix}*"))
        {
            if (generation != FindCurrent() && IsUnlocked(generation))
            {
                Directory.Delete(generation, recursive: true);
            }
        }
    }

    private static bool IsUnlocked(string generation)
    {
        using var directory = FSDirectory.Open(generation);
        using var writeLock = directory.MakeLock(Lucene.Net.Index.IndexWriter.WRITE_LOCK_NAME);
        return writeLock.Obtain();
    }
}
