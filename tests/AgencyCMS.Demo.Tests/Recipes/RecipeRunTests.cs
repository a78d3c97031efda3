using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgencyCMS.Demo.Tests.Recipes;

/// <summary>The recipes in the real program.</summary>
public sealed class RecipeRunTests : IAsyncLifetime
{
    private TestHost<Program> _host = null!; // started before every test

    public async Task InitializeAsync() => _host = await TestHost<Program>.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("agency", TenantKind.Department)]
    [InlineData("agency", TenantKind.PublicInstitution)]
    [InlineData("township", TenantKind.Township)]
    [InlineData("county", TenantKind.CountyOffice)]
    public async Task SetupRecipe_ForANewTenant_BringsItsFirstPages(string recipe, TenantKind kind)
    {
        // Act
        var tenant = await CreateAsync("new", recipe, kind);

        // Assert
        await using var scope = _host.Scope(tenant);
        var paths = await scope.ServiceProvider.GetRequiredService<TenantDb>().Set<ContentRouteRow>().Select(row => row.Path).ToListAsync();
        Assert.Equal(["accessibility", "annual-reports", "guide", "rules"], paths.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("finance", "agency", TenantKind.Department)]
    [InlineData("liuting", "township", TenantKind.Township)]
    public async Task DemoRecipe_RunTwice_ChangesNothingTheSecondTime(string name, string setup, TenantKind kind)
    {
        // Arrange
        var tenant = await CreateAsync(name, setup, kind);

        // Act
        var first = await RunAsync(tenant, "demo/" + name);
        var second = await RunAsync(tenant, "demo/" + name);

        // Assert
        Assert.Equal("", Complaints(first));
        Assert.Equal("", Complaints(second));
        Assert.Equal(RecipeFiles.DemoItems.Count(item => item.Tenant == name) + RecipeFiles.Items(RecipeFiles.All[setup]).Count(), await CountAsync(tenant));
        Assert.DoesNotContain(second.Entries, entry => entry.StepName == "content" && entry.Result is RecipeResult.Applied);
    }

    private static string Complaints(RecipeReport report) =>
        string.Join('\n', report.Entries.Where(entry => entry.Severity is not RecipeSeverity.Information).Select(entry => $"{entry.StepName} {entry.ItemId}: {entry.Text}"));

    private async Task<Tenant> CreateAsync(string name, string recipe, TenantKind kind)
    {
        var wanted = new NewTenant { Name = name, Title = name, Kind = kind, Recipe = recipe };
        return (await _host.Services.GetRequiredService<ITenantLifecycle>().CreateAsync(wanted, Actor.System, null, CancellationToken.None)).Value;
    }

    private async Task<RecipeReport> RunAsync(Tenant tenant, string recipe)
    {
        var current = _host.Services.GetRequiredService<TenantDirectory>().Find(tenant.Id)!; // a recipe before may have changed it
        await using var scope = _host.Scope(current);
        var source = await RecipeSource.FromFileAsync(Path.Combine(RecipeFiles.Folder(), recipe + ".recipe.json"), CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(source, isDryRun: false, null, CancellationToken.None);
    }

    private async Task<int> CountAsync(Tenant tenant)
    {
        await using var scope = _host.Scope(tenant);
        return await scope.ServiceProvider.GetRequiredService<TenantDb>().Set<ContentItemRow>().CountAsync();
    }
}
