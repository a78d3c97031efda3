namespace AgencyCMS.Presentation;

/// <summary>Page numbers as they stand in addresses.</summary>
public static class Paging
{
    /// <summary>Beyond every list that people leaf through; its place times a page's size is still a number.</summary>
    public const int LastPage = 100_000;

    /// <returns>The page, or the nearest that can be.</returns>
    public static int Read(int page) => Math.Clamp(page, 1, LastPage);
}
