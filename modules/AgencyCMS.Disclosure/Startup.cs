using AgencyCMS.Admin.Contracts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Data;
using AgencyCMS.Disclosure.BrowseCatalogue;
using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Dashboard;
using AgencyCMS.Disclosure.DisclosureItem;
using AgencyCMS.Disclosure.Editing;
using AgencyCMS.Disclosure.HomePage;
using AgencyCMS.Disclosure.Import;
using AgencyCMS.Disclosure.Import.Attaching;
using AgencyCMS.Disclosure.Import.Command;
using AgencyCMS.Disclosure.Import.Planning;
using AgencyCMS.Disclosure.Import.PrepareImport;
using AgencyCMS.Disclosure.Import.Runs;
using AgencyCMS.Disclosure.Import.Uploading;
using AgencyCMS.Disclosure.Import.WithdrawImport;
using AgencyCMS.Disclosure.Maintenance;
using AgencyCMS.Disclosure.Publishing;
using AgencyCMS.Disclosure.Recipes;
using AgencyCMS.Disclosure.Searching;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Presentation;
using AgencyCMS.Recipes.Exporting;
using AgencyCMS.Recipes.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure;

/// <summary>Puts the disclosure catalogue and its public pages into the house.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddTenantModel<DisclosureModel>();
        module.Services.AddSchemaSteps(typeof(Startup).Assembly);
        module.Services.AddScoped<IndexNumbers>();
        module.Services.AddScoped<CatalogueTree>();
        module.Services.AddScoped<CatalogueEditor>();
        module.Services.AddScoped<Vocabularies>();
        module.Services.AddScoped<DisclosureList>();
        module.Services.AddScoped<CatalogueCounts>();
        module.Services.AddScoped<HomePageQuery>();
        module.Services.AddScoped<HomePageTiles>();
        module.Services.AddScoped<PublisherNames>();
        module.Services.AddScoped<DisclosurePageBuilder>();
        module.Services.AddSingleton<IVerification, DisclosureVerification>();
        module.AddPermissions(DisclosurePermissions.EditCatalogue, DisclosurePermissions.Import, DisclosurePermissions.ImportCounty);
        module.ContributeAlways<IContentHandler, DisclosureHandler>();
        module.ContributeAlways<IAddressRoot, DisclosureAddresses>();
        module.Contribute<IItemPage, DisclosureItemPage>();
        module.Contribute<IContentPartEditor, DisclosurePartEditor>();
        module.Contribute<INavigationProvider, DisclosureNavigation>();
        module.Contribute<ISiteMapSource, CatalogueMap>();
        module.ContributeAlways<ISearchDocumentSource, DisclosureSearchSource>();
        module.Contribute<ISearchNameSource, DisclosureSearchSource>();
        module.Contribute<IItemColumns, DisclosureColumns>();
        AddDashboard(module);
        module.ContributeAlways<IRecipeStep, CatalogueStep>();
        module.ContributeAlways<IRecipeStep, VocabulariesStep>();
        module.ContributeAlways<IRecipeStep, CatalogueDeclarationsStep>();
        module.ContributeAlways<IRecipeStep, IndexNumbersStep>();
        module.ContributeAlways<IRecipeExportSource, CatalogueExport>();
        module.ContributeAlways<IRecipeExportSource, IndexNumbersExport>();
        module.ContributeAlways<IRecipeStep, ImportedLinesStep>();
        module.ContributeAlways<IRecipeExportSource, ImportedLinesExport>();
        module.Services.AddScoped<ImportOrigins>();
        AddImport(module);
    }

    private static void AddDashboard(ModuleBuilder module)
    {
        module.Contribute<IDashboardCards, DeadlineCards>();
        module.Contribute<IDashboardCards, CatalogueCards>();
        module.Contribute<IDashboardCards, ImportCards>();
        module.Contribute<IFirstSteps, DisclosureSteps>();
        module.Contribute<ITenantFigures, CatalogueFigures>();
    }

    private static void AddImport(ModuleBuilder module)
    {
        module.Services.AddCountyModel<ImportRunModel>();
        module.Services.AddSingleton(ImportOptions.Read(module.Configuration));
        module.Services.AddSingleton<DisclosureImport>();
        module.Services.AddScoped<LineAttachments>();
        module.Services.AddScoped<LineDocument>();
        module.Services.AddScoped<ImportPlanner>();
        module.Services.AddScoped<ImportTarget>();
        module.Services.AddSingleton<ImportFolder>();
        module.Services.AddSingleton<ImportUpload>();
        module.Services.AddSingleton<ImportRuns>();
        module.Services.AddSingleton<ImportRunner>();
        module.Services.AddSingleton<ImportBell>();
        module.Services.AddScoped<ImportRights>();
        module.Services.AddScoped<PrepareImportQuery>();
        module.Services.AddSingleton<WithdrawImportHandler>();
        module.Services.AddHostedService<ImportWorker>();
        module.Services.AddSingleton<ICountyJob, ForgetImports>();
        module.Services.AddSingleton<CommandRuns>();
        module.Services.AddSingleton<WithdrawCommand>();
        module.Services.AddSingleton<IOperatorCommands, ImportCommand>();
    }
}
