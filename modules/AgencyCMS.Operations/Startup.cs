using AgencyCMS.Data;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Setup;
using AgencyCMS.Operations.Backup;
using AgencyCMS.Operations.Calendars;
using AgencyCMS.Operations.Jobs;
using AgencyCMS.Operations.ListJobs;
using AgencyCMS.Operations.Metrics;
using AgencyCMS.Operations.Restore;
using AgencyCMS.Operations.Storage;
using AgencyCMS.Operations.Storage.Copies;
using AgencyCMS.Operations.Verify;
using AgencyCMS.Presentation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgencyCMS.Operations;

/// <summary>Backup, restore, verification, recurring jobs and what is measured. All but the pages of the county office works without any feature.</summary>
public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddPermissions(OperationsPermissions.All);
        module.Contribute<INavigationProvider, OperationsNavigation>();
        module.Services.AddSchemaSteps(typeof(Startup).Assembly);
        module.Services.AddCountyModel<JobRunModel>();
        module.Services.AddCountyModel<RestoreModel>();
        AddBackup(module.Services);
        AddVerification(module.Services);
        AddJobs(module.Services);
    }

    private static void AddBackup(IServiceCollection services)
    {
        services.AddSingleton<IStoreCopies>(provider => provider.GetRequiredService<DataOptions>().Provider == DatabaseProvider.PostgreSql
            ? ActivatorUtilities.CreateInstance<PostgreSqlCopies>(provider)
            : ActivatorUtilities.CreateInstance<SqliteCopies>(provider));
        services.AddSingleton<MediaCopies>();
        services.AddSingleton<BackupHandler>();
        services.AddSingleton<BackupSource>();
        services.AddSingleton<ReplacedStores>();
        services.AddSingleton<ClosedSites>();
        services.AddSingleton<ICountyJob>(provider => provider.GetRequiredService<ClosedSites>());
        services.AddSingleton<IStartupTask>(provider => provider.GetRequiredService<ClosedSites>());
        services.AddSingleton<UnfinishedRestore>();
        services.AddSingleton<IStartupTask>(provider => provider.GetRequiredService<UnfinishedRestore>());
        services.AddSingleton<CountyRestore>();
        services.AddSingleton<RestoreTenantHandler>();
        services.AddSingleton<RestoreAllHandler>();
        services.AddSingleton<IOperatorCommands, BackupCommand>();
        services.AddSingleton<IOperatorCommands, RestoreCommand>();
    }

    private static void AddVerification(IServiceCollection services)
    {
        services.AddSingleton<CountyVerification>();
        services.AddSingleton<IVerification, StoreVerification>();
        services.AddSingleton<IVerification, ChangeLogVerification>();
        services.AddSingleton<IVerification, MediaVerification>();
        services.AddSingleton<Verifier>();
        services.AddSingleton<IOperatorCommands, VerifyCommand>();
        services.AddSingleton<IOperatorCommands, CalendarCommands>();
    }

    private static void AddJobs(IServiceCollection services)
    {
        services.AddSingleton(provider => JobOptions.Read(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<OperationsMeter>();
        services.AddSingleton<JobRuns>();
        services.AddSingleton<JobCatalogue>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<QuartzStore>();
        services.AddSingleton<JobScheduler>();
        services.AddScoped<JobsQuery>();
        services.AddHostedService(provider => provider.GetRequiredService<JobScheduler>());
        services.AddSingleton<ICountyJob, ForgetOldRuns>();
        services.AddSingleton<ITenantJob, NightlyVerification>();
    }
}
