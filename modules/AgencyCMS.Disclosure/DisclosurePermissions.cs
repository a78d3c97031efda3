using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Disclosure;

internal static class DisclosurePermissions
{
    /// <summary>Who may read drafts; declared with the editor.</summary>
    public const string ViewDraftsId = "contents.view-drafts";

    public const string EditCatalogueId = "disclosure.edit-catalogue";
    public const string ImportId = "disclosure.import";
    public const string ImportCountyId = "disclosure.import-county";

    public static Permission EditCatalogue { get; } = new(EditCatalogueId, "Add entries to the disclosure catalogue and declare that there is no such matter.");

    public static Permission Import { get; } = new(ImportId, "Import many items from a file and publish them.");

    public static Permission ImportCounty { get; } = new(ImportCountyId, "Import items into the sites of other agencies.", CountyOnly: true);
}
