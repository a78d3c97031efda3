using AgencyCMS.ContentManagement.Recipes.Content;
using AgencyCMS.ContentManagement.Recipes.Exports;
using AgencyCMS.ContentManagement.Recipes.Kept;
using AgencyCMS.ContentManagement.Recipes.Steps;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Exporting;
using AgencyCMS.Recipes.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyCMS.ContentManagement.Recipes;

internal static class RecipeHosting
{
    internal static void AddRecipes(this IServiceCollection services)
    {
        services.AddScoped<KeptDocuments>();
        services.AddScoped<SetUpPages>();
        services.AddScoped<ContentImport>();
        services.AddScoped<StagedTenant>();
        services.AddSteps();
        services.AddExports();
        services.TryAddSingleton<IRecipeLibrary>(new RecipeFolderLibrary(RecipeFolders()));
        services.AddScoped<IRecipeSteps, RecipeSteps>();
        services.AddScoped<IRecipeTransactions, StoreTransactions>();
        services.AddScoped<IUnknownRecipeSteps, UnknownSteps>();
        services.AddScoped<RecipeRunner>();
        // Built by hand: what they are made of is internal, and so are their constructors.
        services.AddScoped(provider => new TenantRecipes(
            provider.GetRequiredService<RecipeRunner>(), provider.GetRequiredService<StagedTenant>(), provider.GetRequiredService<IActorSource>()));
    }

    private static void AddSteps(this IServiceCollection services)
    {
        services.AddScoped<FeatureStep>();
        services.AddScoped<ThemesStep>();
        services.AddScoped<SettingsStep>();
        services.AddScoped<CustomSettingsStep>();
        services.AddScoped<ContentDefinitionStep>();
        services.AddScoped<ContentStep>();
        services.AddScoped<ContentHistoryStep>();
        services.AddScoped<MediaStep>();
        services.AddScoped<RefusedSteps>();
        services.AddScoped<KeptStepsHandler>();
    }

    private static void AddExports(this IServiceCollection services)
    {
        services.AddScoped<FeatureExport>();
        services.AddScoped<SettingsExport>();
        services.AddScoped<DefinitionExport>();
        services.AddScoped<ContentExport>();
        services.AddScoped<ContentHistoryExport>();
        services.AddScoped<DocumentExport>();
        services.AddScoped<UnknownStepExport>();
        services.AddScoped(provider => new RecipeExporter(
            provider.GetRequiredService<IFeatureServices<IRecipeExportSource>>(),
            [
                provider.GetRequiredService<FeatureExport>(),
                provider.GetRequiredService<SettingsExport>(),
                provider.GetRequiredService<DefinitionExport>(),
                provider.GetRequiredService<ContentExport>(),
                provider.GetRequiredService<ContentHistoryExport>(),
                provider.GetRequiredService<DocumentExport>(),
                provider.GetRequiredService<UnknownStepExport>(),
            ],
            provider.GetRequiredService<KeptDocuments>()));
    }

    // The project's own recipes, which lie beside the program.
    private static string[] RecipeFolders() =>
        [Path.Combine(AppContext.BaseDirectory, "recipes"), Path.Combine(AppContext.BaseDirectory, "recipes", "demo")];
}
