namespace AgencyCMS.Disclosure;

/// <summary>Names of this module's routes.</summary>
internal static class DisclosureRoutes
{
    public const string Home = "disclosure.home";
    public const string Catalogue = "disclosure.catalogue";
    public const string Entry = "disclosure.entry";
    public const string Item = "disclosure.item";
    public const string EditCatalogue = "disclosure.edit-catalogue";
}
