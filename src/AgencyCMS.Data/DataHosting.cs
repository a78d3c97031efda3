using System.Reflection;
using AgencyCMS.Data.Calendars;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyCMS.Data;

/// <summary>Adds the stores and the change log to a host.</summary>
public static class DataHosting
{
    /// <summary>Adds stores, schema steps, change log, and the keys that protect secrets.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">Where the data are.</param>
    public static IServiceCollection AddStores(this IServiceCollection services, DataOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<StoreFiles>();
        services.AddSingleton<StoreSessions>();
        services.AddSingleton<StoreFaults>();
        services.AddSingleton<SchemaSteps>();
        services.AddSingleton<StoreRemoval>();
        services.AddSingleton<StoreCopy>();
        services.AddSingleton<TenantRecords>();
        services.AddSingleton<CountyTidying>();
        services.AddSingleton<Installation>();
        services.AddSingleton<ProvisioningLock>();
        services.AddSingleton<CountyCalendar>();
        services.AddScoped<TenantClock>();
        services.AddSingleton<WorkLocks>();
        services.TryAddSingleton<TenantGenerations>();
        services.AddMemoryCache();
        services.AddSingleton<TenantMemory>();
        services.AddSingleton(provider =>
        {
            // First of all listeners, so that nothing outdated is shown once a commit has been announced.
            var signal = new ChangeSignal();
            var generations = provider.GetRequiredService<TenantGenerations>();
            signal.Woken += generations.Advance;
            signal.Missed += generations.AdvanceAll;
            return signal;
        });
        services.AddSingleton<ChangeLog>();
        services.AddSingleton<ChangeFailures>();
        services.AddSingleton<ChangeLag>();
        services.AddSingleton<ChangeFollower>();
        services.AddSingleton(new NodeName(Environment.MachineName + ":" + options.DataPath));
        services.AddSchemaSteps(typeof(DataHosting).Assembly);
        services.AddScoped(provider => provider.GetRequiredService<StoreSessions>().OpenForScope(provider.GetRequiredService<TenantContext>().Tenant.Id));
        services.AddScoped(provider => provider.GetRequiredService<StoreSessions>().OpenCountyForScope());
        services.AddDataProtection().SetApplicationName("AgencyCMS").PersistKeysToDbContext<CountyDb>();
        return services;
    }

    /// <summary>Adds what a serving node runs in the background; commands of the operator leave it out.</summary>
    public static IServiceCollection AddChangeConsumption(this IServiceCollection services)
    {
        services.AddSingleton<ChangePump>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangePump>());
        services.AddHostedService<NodeBell>();
        return services;
    }

    /// <summary>Names an assembly that has schema steps.</summary>
    public static IServiceCollection AddSchemaSteps(this IServiceCollection services, Assembly assembly) => services.AddSingleton(new SchemaAssembly(assembly));

    /// <summary>Adds a module's tables in tenant stores.</summary>
    public static IServiceCollection AddTenantModel<T>(this IServiceCollection services)
        where T : class, ITenantModel => services.AddSingleton<ITenantModel, T>();

    /// <summary>Adds a module's tables in the county store.</summary>
    public static IServiceCollection AddCountyModel<T>(this IServiceCollection services)
        where T : class, ICountyModel => services.AddSingleton<ICountyModel, T>();

    /// <summary>Adds a consumer of the change logs.</summary>
    public static IServiceCollection AddChangeConsumer<T>(this IServiceCollection services)
        where T : class, IChangeConsumer
    {
        services.AddSingleton<T>();
        return services.AddSingleton<IChangeConsumer>(provider => provider.GetRequiredService<T>());
    }

    /// <summary>Adds a consumer whose effect is in the county store.</summary>
    public static IServiceCollection AddCountyEffect<T>(this IServiceCollection services)
        where T : class, ICountyEffect
    {
        services.AddSingleton<T>();
        return services.AddChangeConsumer<CountyConsumer<T>>();
    }
}
