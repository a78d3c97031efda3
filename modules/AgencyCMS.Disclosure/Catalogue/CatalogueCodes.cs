namespace AgencyCMS.Disclosure.Catalogue;

/// <summary>Codes of the standard catalogue that pages speak of. A site that has not adopted them does not have them.</summary>
internal static class CatalogueCodes
{
    public const string Statutory = "statutory";
    public const string AnnualReports = "annual_reports";
}
