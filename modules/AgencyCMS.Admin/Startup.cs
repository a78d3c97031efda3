using AgencyCMS.Admin.Contracts;
using AgencyCMS.Admin.Dashboard;
using AgencyCMS.Admin.Errors;
using AgencyCMS.Admin.Operations;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Presentation;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Admin;

/// <summary>The frame of the administration.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddPermissions(AdminPermissions.All);
        module.Contribute<INavigationProvider, AdminNavigation>();
        module.Contribute<IDashboardCards, OperationsCards>();
        module.Services.AddScoped<DashboardQuery>();
        module.Services.AddScoped<ErrorTexts>();
        module.Services.AddScoped<OperationsQuery>();
        module.Services.AddScoped<RetryFailuresHandler>();
    }
}
