using AgencyCMS.ContentManagement.Maintenance;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data;
using AgencyCMS.Modularity.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.ContentManagement;

/// <summary>Adds content to a host.</summary>
public static class ContentHosting
{
    /// <summary>Adds content items, their versions and what publishes them.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddSchemaSteps(typeof(ContentHosting).Assembly);
        services.AddTenantModel<ContentModel>();
        services.AddSingleton<HtmlCleaner>();
        services.AddScoped<ContentRoutes>();
        services.AddScoped<ContentReader>();
        services.AddScoped<DraftAccess>();
        services.AddScoped<StandingPages>();
        services.AddScoped<ContentChecks>();
        services.AddScoped<ContentVersions>();
        services.AddScoped<ContentWriting>();
        services.AddScoped<PublishingGate>();
        services.AddScoped<ContentManager>();
        services.AddScoped<ContentSchedule>();
        services.AddScoped<ContentBatches>();
        services.AddScoped<TenantDocuments>();
        services.AddScoped<DefinitionStore>();
        services.AddScoped<TenantSettings>();
        services.AddSingleton<ITenantJob, AutosaveCleaning>();
        services.AddSingleton<IVerification, VersionVerification>();
        services.AddRecipes();
        return services;
    }
}
