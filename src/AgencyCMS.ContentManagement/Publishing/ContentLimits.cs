namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// How long the texts of an item may be, in characters. The editor, imports, recipes and the store all take them from here: what one of them accepts, the others accept.
/// </summary>
public static class ContentLimits
{
    public const int Title = 500;
    public const int Body = 4_000_000;

    /// <summary>A field of plain text that a type defines.</summary>
    public const int Field = 20_000;
    public const int Address = 200;

    /// <summary>Id of an item or of a version; those given here have 26.</summary>
    public const int Id = 64;

    /// <summary>Technical name of a content type.</summary>
    public const int ContentType = 100;

    /// <summary>Who owns an item or wrote a version, as another site names them.</summary>
    public const int Person = 200;

    /// <summary>Why a version was saved.</summary>
    public const int Comment = 300;

    /// <summary>Why an item was withdrawn.</summary>
    public const int Reason = 500;

    /// <summary>Name of a staff group.</summary>
    public const int Group = 100;

    /// <summary>内容概述 of a disclosure.</summary>
    public const int Summary = 500;

    /// <summary>索引号, as it is brought by an import; those given here are shorter.</summary>
    public const int IndexNumber = 100;

    /// <summary>文号.</summary>
    public const int DocumentNumber = 200;

    /// <summary>A code or short name of the metadata: genre, subject, section, source, one keyword, one legal basis.</summary>
    public const int Metadata = 300;

    /// <summary>Keywords of a disclosure, and legal bases.</summary>
    public const int Values = 100;

    /// <summary>No date is older.</summary>
    public const int FirstYear = 1901;

    /// <summary>After this time a moment that has come and gone without effect is late: people are shown it, and what then happens is dated when it happens.</summary>
    public static readonly TimeSpan SchedulePatience = TimeSpan.FromMinutes(1);

    /// <summary>Whether something can have happened, or be going to happen, at such a moment: between the years 1901 and 2199.</summary>
    public static bool IsPlausible(DateTimeOffset moment) => moment.UtcDateTime.Year is >= FirstYear and < 2200;
}
