using AgencyCMS.Admin.Contracts;
using AgencyCMS.Data;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Presentation;
using AgencyCMS.Recipes.Running;
using AgencyCMS.Tenants.Commands;
using AgencyCMS.Tenants.ConfirmFeature;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Tenants.Dashboard;
using AgencyCMS.Tenants.FirstSetUp;
using AgencyCMS.Tenants.Lifecycle;
using AgencyCMS.Tenants.ListTenants;
using AgencyCMS.Tenants.Navigation;
using AgencyCMS.Tenants.Recipes;
using AgencyCMS.Tenants.Storage;
using AgencyCMS.Tenants.SwitchFeatures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgencyCMS.Tenants;

/// <summary>Tenants: their life, the county's console, the operator's commands, and the first set-up.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddPermissions(TenantPermissions.All);
        module.Contribute<IDashboardCards, CountyCards>();
        module.Contribute<IDashboardCards, ExportCards>(TenantFeatures.Switching);
        module.Contribute<INavigationProvider, TenantNavigation>();
        module.Contribute<INavigationProvider, FeatureNavigation>(TenantFeatures.Switching);
        module.Contribute<IRecipeStep, TenantsStep>();
        module.Services.AddSchemaSteps(typeof(Startup).Assembly);
        module.Services.AddCountyModel<TenantEventModel>();
        module.Services.AddSingleton<ListTenantsQuery>();
        module.Services.AddSingleton<FeaturesQuery>();
        module.Services.AddSingleton<ConfirmFeatureQuery>();
        AddLifecycle(module.Services);
        AddCommands(module.Services);
        AddFirstSetUp(module.Services);
    }

    private static void AddLifecycle(IServiceCollection services)
    {
        services.AddSingleton<SetupRecipes>();
        services.AddSingleton<RecipeRuns>();
        services.AddSingleton<TenantHistory>();
        services.AddSingleton<TenantRemover>();
        services.AddSingleton<TenantProvisioning>();
        services.AddSingleton<ITenantLifecycle, TenantLifecycle>();
        services.AddSingleton<ITenantExport, TenantExport>();
        services.AddSingleton<TenantSweep>();
        services.AddSingleton<IStartupTask>(provider => provider.GetRequiredService<TenantSweep>());
        services.AddSingleton<ICountyJob>(provider => provider.GetRequiredService<TenantSweep>());
    }

    private static void AddCommands(IServiceCollection services)
    {
        services.AddSingleton<CreateTenantCommand>();
        services.AddSingleton<ExportTenantCommand>();
        services.AddSingleton<IOperatorCommands, TenantCommands>();
        services.AddSingleton<IOperatorCommands, FeatureCommands>();
    }

    private static void AddFirstSetUp(IServiceCollection services)
    {
        services.AddSingleton(provider => FirstSetUpOptions.Read(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<CountySetUp>();
        services.AddSingleton<SetUpToken>();
        services.AddSingleton<Welcome>();
        services.AddSingleton<IFirstSetUpPage, FirstSetUpPage>();
        services.AddSingleton<IStartupTask, FirstSetUpTask>();
    }
}
