using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Presentation;
using AgencyCMS.Recipes.Commands;
using AgencyCMS.Recipes.Navigation;
using AgencyCMS.Recipes.Transfer;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Recipes;

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
