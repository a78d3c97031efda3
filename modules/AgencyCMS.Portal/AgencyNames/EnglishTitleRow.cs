namespace AgencyCMS.Portal.AgencyNames;

/// <summary>What an agency calls itself in English. In the county store, kept by a consumer of the change logs.</summary>
internal sealed class EnglishTitleRow
{
    public int TenantId { get; set; }
    public string Title { get; set; } = "";
}
