using AgencyCMS.Accounts.ChangePassword;
using AgencyCMS.Accounts.Commands;
using AgencyCMS.Accounts.Contracts;
using AgencyCMS.Accounts.CreateAccount;
using AgencyCMS.Accounts.Dashboard;
using AgencyCMS.Accounts.Demonstration;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.EditAccount;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.ListAccounts;
using AgencyCMS.Accounts.ManageSecondFactor;
using AgencyCMS.Accounts.Memberships;
using AgencyCMS.Accounts.Navigation;
using AgencyCMS.Accounts.Provisioning;
using AgencyCMS.Accounts.Recipes;
using AgencyCMS.Accounts.SecondStep;
using AgencyCMS.Accounts.SignIn;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Admin.Contracts;
using AgencyCMS.Data;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using AgencyCMS.Recipes.Exporting;
using AgencyCMS.Recipes.Running;
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
        AddStorage(module.Services);
        AddSignIn(module);
        AddPages(module.Services);
        module.Contribute<INavigationProvider, AccountNavigation>();
        module.Contribute<IChromeContributor, AccountChrome>();
        module.Contribute<IDashboardCards, HelpCards>();
        module.Contribute<IDashboardCards, MemberCards>();
        module.Contribute<IFirstSteps, MemberSteps>();
        module.Contribute<ITenantFigures, StaffFigures>();
        module.Contribute<IRecipeStep, RolesStep>();
        module.Contribute<IRecipeExportSource, RolesExport>();
        module.Contribute<IRecipeStep, AccountsStep>();
        module.Services.AddSingleton<IOperatorCommands, AccountCommands>();
    }

    private static void AddStorage(IServiceCollection services)
    {
        services.AddSchemaSteps(typeof(Startup).Assembly);
        services.AddCountyModel<AccountModel>();
        services.AddTenantModel<RoleModel>();
        services.AddSingleton<TryLedger>();
        services.AddSingleton<DemoAccounts>();
        services.AddSingleton<IAccountProvisioning, AccountProvisioning>();
        services.AddSingleton<IAfterRestore, SessionsAfterRestore>();
        services.AddScoped<SessionStore>();
        services.AddScoped<AccountChanges>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<WorkplaceQuery>();
    }

    private static void AddSignIn(ModuleBuilder module)
    {
        module.Services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        module.Services.AddSingleton<PasswordVault>();
        module.Services.AddSingleton<AuthenticatorSecrets>();
        module.Services.AddSingleton<DeviceCookie>();
        module.Services.AddScoped<LocalClock>();
        module.Services.AddScoped<CurrentSession>();
        module.Services.AddSingleton<EffectivePermissions>();
        module.Services.AddScoped<HelpRights>();
        module.Services.AddScoped<IActorSource, SessionActorSource>();
        module.Services.AddScoped<IPeople, People>();
        module.Services.AddScoped<SignInHandler>();
        module.Services.AddScoped<SecondStepHandler>();
        module.Services.AddScoped<SignInCompletion>();
        module.Services.AddSessionCookie();
        module.Services.AddSignInLimit(module.Configuration);
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddScoped<OwnAccount>();
        services.AddScoped<ChangePasswordHandler>();
        services.AddScoped<SecondFactorHandler>();
        services.AddScoped<AccountListQuery>();
        services.AddScoped<CreateAccountHandler>();
        services.AddScoped<AccountQuery>();
        services.AddScoped<AccountHandler>();
        services.AddScoped<RoleQuery>();
        services.AddScoped<RecipeMemberships>();
        services.AddScoped<MembershipEditor>();
        services.AddScoped<LastingVisits>();
        services.AddScoped<IHelpVisits, HelpVisits>();
    }
}
