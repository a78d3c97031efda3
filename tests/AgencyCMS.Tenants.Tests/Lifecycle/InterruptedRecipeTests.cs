using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Tenants.Tests.Lifecycle;

/// <summary>A recipe is committed in the agency's store; what it decides about the agency's record is the county's to write.</summary>
public abstract class InterruptedRecipeTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Feature = "AgencyCMS.Search";
    private const string Enable = $$"""{ "name": "feature", "enable": [ "{{Feature}}" ] }""";
    private County _county = null!; // xunit starts it before the test

    public async Task InitializeAsync() => _county = await County.StartAsync(provider, EndingStep.AddTo);

    public Task DisposeAsync() => _county.DisposeAsync().AsTask();

    [Fact]
    public async Task Feature_SwitchedOnByARecipeWhoseProcessEndsAfterTheCommit_IsOnAllTheSame()
    {
        // Arrange
        var tenant = await WithoutSearchAsync("cut-off");

        // Act
        await Assert.ThrowsAsync<IOException>(() => RunAsync(tenant, $$"""{ "name": "end" }, {{Enable}}"""));

        // Assert
        await Eventually.IsTrueAsync(() => _county.Directory.Find(tenant.Id)!.HasFeature(Feature), "the county has followed the recipe");
    }

    [Fact]
    public async Task Feature_SwitchedOffByHandAfterARecipe_StaysOff()
    {
        // Arrange
        var tenant = await WithoutSearchAsync("by-hand");
        await RunAsync(tenant, Enable);
        var wasOn = _county.Directory.Find(tenant.Id)!.HasFeature(Feature);

        // Act
        var outcome = await _county.Lifecycle.DisableFeatureAsync(tenant.Id, Feature, Actor.System, CancellationToken.None);
        await _county.Host.ConsumersAreIdleAsync();

        // Assert
        Assert.Equal((true, false), (wasOn, outcome.Value.HasFeature(Feature) || _county.Directory.Find(tenant.Id)!.HasFeature(Feature)));
    }

    private async Task<Tenant> WithoutSearchAsync(string name)
    {
        var made = await _county.AddAgencyAsync(name);
        return (await _county.Lifecycle.DisableFeatureAsync(made.Id, Feature, Actor.System, CancellationToken.None)).Value;
    }

    private async Task RunAsync(Tenant tenant, string steps)
    {
        await using var scope = _county.Host.Scope(tenant);
        var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(
            RecipeSource.FromText("test", $$"""{ "steps": [ {{steps}} ] }"""), isDryRun: false, null, CancellationToken.None);
        Assert.Empty(report.Errors);
    }
}

public sealed class InterruptedRecipeOnSqliteTests() : InterruptedRecipeTests(DatabaseProvider.Sqlite);

public sealed class InterruptedRecipeOnPostgreSqlTests() : InterruptedRecipeTests(DatabaseProvider.PostgreSql);
