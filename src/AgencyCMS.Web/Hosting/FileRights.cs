using System.Runtime.InteropServices;

namespace AgencyCMS.Web.Hosting;

/// <summary>What the program writes is for its own user alone: stores, keys, media, indexes, backups, exports, whoever in the program writes them.</summary>
internal static partial class FileRights
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OfOthers = (UnixFileMode)0b000_111_111;

    // The data folder, what lies in it, and the stores in the folders of the tenants.
    private static readonly EnumerationOptions Looked = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <summary>From now on files of this process are made with 0600 and folders with 0700. The one place below all libraries that make files of their own.</summary>
    public static void KeepToOwner()
    {
        if (!OperatingSystem.IsWindows())
        {
            SetMask((uint)OfOthers);
        }
    }

    /// <summary>Makes the data folder, or closes to others one that was made beforehand and is still empty.</summary>
    public static void PrepareFolder(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows() && IsOpen(path) && !Directory.EnumerateFileSystemEntries(path).Any())
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }
    }

    /// <summary>Warns when others on the machine may read the data folder or stores in it, as those that an older program has made.</summary>
    public static void WarnIfOpen(string path, ILogger logger)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        if (Directory.EnumerateFileSystemEntries(path, "*", Looked).Prepend(path).FirstOrDefault(IsOpen) is { } open)
        {
            logger.LogWarning("Others on this machine may read {Path}. Stop the server and close the data folder: chmod -R go= {Folder}", open, path);
        }
    }

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != 0;

    [LibraryImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint SetMask(uint mask);
}
