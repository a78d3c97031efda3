using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Data;
using AgencyCMS.Media.Contracts;
using AgencyCMS.Media.EditAttachments;
using AgencyCMS.Media.Files;
using AgencyCMS.Media.Maintenance;
using AgencyCMS.Media.Publishing;
using AgencyCMS.Media.Recipes;
using AgencyCMS.Media.ShowAttachments;
using AgencyCMS.Media.Storage;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Recipes.Exporting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Media;

/// <summary>Files of items and of the site.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddPermissions(MediaPermissions.All);
        module.ContributeAlways<IContentHandler, AttachmentsHandler>();
        module.Contribute<IContentPartEditor, AttachmentsEditor>();
        module.Contribute<IItemSection, AttachmentsSection>();
        module.ContributeAlways<IMediaSink, MediaLibrary>();
        module.ContributeAlways<IRecipeExportSource, MediaExport>();
        module.Services.AddSchemaSteps(typeof(Startup).Assembly);
        module.Services.AddTenantModel<MediaModel>();
        module.Services.AddSingleton<ITenantJob, ForgetUploads>();
        module.Services.AddScoped<FileAddresses>();
        module.Services.AddScoped<MediaFolder>();
        module.Services.AddScoped<FileIntake>();
        module.Services.AddScoped<AttachmentStore>();
        module.Services.AddScoped<IAttachmentStore>(provider => provider.GetRequiredService<AttachmentStore>());
    }
}
