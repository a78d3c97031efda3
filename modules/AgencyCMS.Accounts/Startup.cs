using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Provisioning;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts;

/// <summary>Accounts, sign-in, roles and members.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddPermissions(AccountPermissions.All);
        module.Services.AddSchemaSteps(typeof(Startup).Assembly);
        module.Services.AddCountyModel<AccountModel>();
        module.Services.AddTenantModel<RoleModel>();
        module.Services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        module.Services.AddSingleton<PasswordVault>();
        module.Services.AddSingleton<IAccountProvisioning, AccountProvisioning>();
    }
}
