using AgencyCMS.Deployment.Commands;
using AgencyCMS.Deployment.Navigation;
using AgencyCMS.Deployment.Transfer;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Presentation;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Deployment;

/// <summary>Recipes as people reach them: a page of each site, and commands of the operator.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddPermissions(RecipePermissions.All);
        module.Contribute<INavigationProvider, RecipeNavigation>();
        module.Services.AddSingleton<UploadedRecipes>();
        module.Services.AddSingleton<IOperatorCommands, RecipeCommands>();
    }
}
