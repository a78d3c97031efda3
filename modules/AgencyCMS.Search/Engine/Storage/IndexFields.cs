namespace AgencyCMS.Search.Engine.Storage;

/// <summary>Names of the index's fields. A change here or in the analysis raises <see cref="Schema"/>, which rebuilds indexes.</summary>
internal static class IndexFields
{
    public const string Schema = "4";

    public const string Key = "key";
    public const string Tenant = "tenant";
    public const string Audience = "audience";

    /// <summary>Doc values: item id and version id, separated by a space.</summary>
    public const string Identity = "identity";

    public const string Title = "title";
    public const string Body = "body";
    public const string Subject = "subject";
    public const string Agency = "agency";

    /// <summary>Index and document number, analysed.</summary>
    public const string NumberWords = "numberWords";

    /// <summary>Index and document number in <see cref="Text.NumberText"/> form.</summary>
    public const string Number = "number";

    /// <summary>Every code of the entry path; as doc values the path as one, see <see cref="Results.EntryCount.KeyOf"/>.</summary>
    public const string Entry = "entry";
    public const string Genre = "genre";

    /// <summary>Milliseconds since 1970, for order and freshness.</summary>
    public const string PublishedAt = "publishedAt";

    /// <summary>yyyymmdd as a number, for the date filter and the year counts.</summary>
    public const string PublishedOn = "publishedOn";

    public const string Path = "path";
    public const string IndexNumber = "indexNumber";
    public const string DocumentNumber = "documentNumber";
    public const string FormedOn = "formedOn";
}
