using AgencyCMS.Admin.Contracts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.ContentTypes;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Contents.Dashboard;
using AgencyCMS.Contents.Editing;
using AgencyCMS.Contents.Editing.Fields;
using AgencyCMS.Contents.Editing.Parts;
using AgencyCMS.Contents.EditItem;
using AgencyCMS.Contents.Feeds;
using AgencyCMS.Contents.ListItems;
using AgencyCMS.Contents.PreviewItem;
using AgencyCMS.Contents.Publishing;
using AgencyCMS.Contents.Scheduling;
using AgencyCMS.Contents.ShowItem;
using AgencyCMS.Contents.SiteMap;
using AgencyCMS.Contents.SiteSettings;
using AgencyCMS.Contents.Storage;
using AgencyCMS.Data;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Presentation;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Contents;

/// <summary>Writing, publishing and showing content items.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddPermissions(ContentPermissions.All);
        module.Contribute<INavigationProvider, ContentNavigation>();
        module.Contribute<IDashboardCards, ContentCards>();
        module.Contribute<IFirstSteps, ProfileSteps>();
        module.ContributeAlways<IContentHandler, AddressHandler>();
        module.ContributeAlways<IContentHandler, FieldRules>();
        module.Contribute<ISiteMapSource, StandingPagesMap>();
        module.Contribute<IItemSection, BodySection>();
        module.Contribute<IItemSection, FieldsSection>();
        module.Contribute<IItemSection, ContactSection>();
        module.Contribute<IContentPartEditor, TitleEditor>();
        module.Contribute<IContentPartEditor, HtmlBodyEditor>();
        module.Contribute<IContentPartEditor, AutorouteEditor>();
        module.Contribute<IContentPartEditor, AudienceEditor>();
        AddFields(module.Services);
        AddStorage(module.Services);
        AddSchedule(module.Services);
        module.Services.AddSingleton<ReservedAddresses>();
        module.Services.AddScoped<ISiteProfileSource, SiteProfiles>();
        module.Services.AddScoped<EmblemUpload>();
        module.Services.AddScoped<ItemSections>();
        module.Services.AddScoped<ItemAddresses>();
        module.Services.AddScoped<ItemPages>();
        module.Services.AddScoped<LiveLinks>();
        module.Services.AddScoped<PreviewLinks>();
        module.Services.AddScoped<PublishedList>();
        module.Services.AddScoped<ItemForms>();
        module.Services.AddScoped<ShownChanges>();
        module.Services.AddScoped<EditItemQuery>();
        module.Services.AddScoped<SaveItemHandler>();
        module.Services.AddScoped<ListItemsQuery>();
        module.Services.AddScoped<ContentTypesHandler>();
    }

    private static void AddFields(IServiceCollection services)
    {
        services.AddScoped<FieldsEditor>();
        services.AddScoped<FieldKind, TextFieldKind>();
        services.AddScoped<FieldKind, HtmlFieldKind>();
        services.AddScoped<FieldKind, MultiTextFieldKind>();
        services.AddScoped<FieldKind, LinkFieldKind>();
        services.AddScoped<FieldKind, BooleanFieldKind>();
        services.AddScoped<FieldKind, NumericFieldKind>();
        services.AddScoped<FieldKind, DateFieldKind>();
        services.AddScoped<FieldKind, DateTimeFieldKind>();
    }

    private static void AddStorage(IServiceCollection services)
    {
        services.AddSchemaSteps(typeof(Startup).Assembly);
        services.AddTenantModel<ContentsModel>();
        services.AddScoped<FormReceipts>();
        services.AddScoped<Autosaves>();
    }

    private static void AddSchedule(IServiceCollection services)
    {
        services.AddCountyModel<ScheduleModel>();
        services.AddChangeConsumer<ScheduleConsumer>();
        services.AddSingleton<ScheduleBell>();
        services.AddHostedService<ScheduleRunner>();
    }
}
