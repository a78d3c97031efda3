using AgencyCMS.Data;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Contracts;
using AgencyCMS.Search.Engine.Storage;
using AgencyCMS.Search.FindDocuments;
using AgencyCMS.Search.Indexing;
using AgencyCMS.Search.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Search;

public sealed class Startup : IModuleStartup
{
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        AddServices(module.Services);
        module.Services.AddScoped<FindDocumentsQuery>();
        module.Services.AddSingleton<IOperatorCommands, SearchCommands>();
        module.Services.AddHostedService<IndexTidying>();
    }

    /// <summary>What keeps and feeds the indexes, without the pages.</summary>
    internal static void AddServices(IServiceCollection services)
    {
        services.AddSingleton(provider => new SearchIndexes(
            name => PathOf(name, provider.GetRequiredService<DataOptions>(), provider.GetRequiredService<StoreFiles>()),
            new SearchIndexLimits(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<SearchDocuments>();
        services.AddSingleton<SharedDocuments>();
        services.AddSingleton<IndexFilling>();
        services.AddSingleton<IndexApplying>();
        services.AddSingleton<ISearchMaintenance, SearchMaintenance>();
        services.AddSingleton<IVerification, SearchVerification>();
        services.AddSingleton<ITenantRemoval, IndexRemoval>();
        services.AddSingleton<IAfterRestore, IndexesAfterRestore>();
        services.AddChangeConsumer<TenantIndexer>();
        services.AddChangeConsumer<CountyIndexer>();
    }

    // A tenant's index lies in the tenant's folder and goes where that goes.
    private static string PathOf(IndexName name, DataOptions options, StoreFiles files) =>
        Path.Combine(name.TenantId is { } id ? files.Folder(new TenantId(id)) : options.DataPath, "search");
}
