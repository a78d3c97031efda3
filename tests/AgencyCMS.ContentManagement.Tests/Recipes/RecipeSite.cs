using System.Text;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.ContentManagement.Tests.Recipes;

/// <summary>A node with a few features and no web server, in whose tenants recipes run.</summary>
internal sealed class RecipeSite : IAsyncDisposable
{
    private static readonly FeatureDescriptor[] Features =
    [
        Feature("Test.Base"),
        Feature("Test.Pages") with { Dependencies = ["Test.Base"] },
        Feature("Test.County") with { CountyOnly = true },
        Feature("Test.Theme") with { IsTheme = true },
        Feature("Test.Late"),
    ];

    private readonly TestDatabase _database;

    private RecipeSite(TestDatabase database, TestStores stores)
    {
        _database = database;
        Stores = stores;
    }

    internal TestStores Stores { get; }

    internal static async Task<RecipeSite> OpenAsync(DatabaseProvider provider)
    {
        var database = await TestStores.CreateDatabaseAsync(provider, Configure);
        return new(database, await TestStores.OpenAsync(database, Configure));
    }

    internal Task<Tenant> AddTenantAsync(string name) => Stores.AddTenantAsync(name);

    /// <summary>Does something in a scope of the tenant, as its record is now.</summary>
    internal async Task<T> InAsync<T>(Tenant tenant, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Stores.Get<TenantScopes>().Open(Stores.Directory.Find(tenant.Id)!, Actor.System);
        return await work(scope.ServiceProvider);
    }

    internal Task<RecipeReport> RunAsync(Tenant tenant, RecipeSource source, bool isDryRun = false) =>
        InAsync(tenant, services => services.GetRequiredService<TenantRecipes>().RunAsync(source, isDryRun, null, CancellationToken.None));

    internal Task<RecipeReport> RunAsync(Tenant tenant, string json, bool isDryRun = false) =>
        RunAsync(tenant, RecipeSource.FromText("test.recipe.json", json), isDryRun);

    internal async Task<string> ExportAsync(Tenant tenant, bool includesSecrets = false)
    {
        using var stream = new MemoryStream();
        await InAsync(tenant, async services =>
        {
            await services.GetRequiredService<RecipeExporter>().ExportAsync(stream, new(new() { Name = tenant.Name }, includesSecrets), CancellationToken.None);
            return true;
        });
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await Stores.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static void Configure(IServiceCollection services)
    {
        services.AddContent();
        services.AddSingleton(new FeatureCatalogue(Features));
        services.AddScoped(typeof(IFeatureServices<>), typeof(TestFeatureServices<>));
        services.AddScoped<IActorSource, SystemActor>();
    }

    private static FeatureDescriptor Feature(string id) => new() { Id = id, Name = id, Description = "", Category = "", ModuleId = id };

    private sealed class SystemActor : IActorSource
    {
        public ValueTask<Actor> GetAsync() => new(Actor.System);
    }
}
