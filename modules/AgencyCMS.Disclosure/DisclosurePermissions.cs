using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.Disclosure;

internal static class DisclosurePermissions
{
    public const string EditCatalogueId = "disclosure.edit-catalogue";

    public static Permission EditCatalogue { get; } = new(EditCatalogueId, "Add entries to the disclosure catalogue and declare that there is no such matter.");
}
