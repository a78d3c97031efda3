using System.Globalization;

namespace AgencyCMS.Media.Files;

internal static class FileSizes
{
    /// <summary>As people read it: 812 B, 1.2 KB, 3.4 MB.</summary>
    public static string Show(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024.0:0.#} KB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024.0 / 1024.0:0.#} MB"),
    };
}
