namespace AgencyCMS.Disclosure;

/// <summary>Names of this module's routes.</summary>
internal static class DisclosureRoutes
{
    public const string Home = "disclosure.home";
    public const string Catalogue = "disclosure.catalogue";
    public const string Entry = "disclosure.entry";
    public const string EditCatalogue = "disclosure.edit-catalogue";
    public const string AddEntry = "disclosure.add-entry";
    public const string EditEntry = "disclosure.edit-entry";
    public const string RemoveEntry = "disclosure.remove-entry";
    public const string Imports = "disclosure.imports";
    public const string Import = "disclosure.import";
    public const string PrepareImport = "disclosure.prepare-import";
    public const string CancelImport = "disclosure.cancel-import";
    public const string RepeatImport = "disclosure.repeat-import";
    public const string RemoveImport = "disclosure.remove-import";
    public const string WithdrawImport = "disclosure.withdraw-import";
    public const string ImportTemplateCsv = "disclosure.import-template-csv";
    public const string ImportTemplateXlsx = "disclosure.import-template-xlsx";
    public const string RefusedLines = "disclosure.refused-lines";
}
