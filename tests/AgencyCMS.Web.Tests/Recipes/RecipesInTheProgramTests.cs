using System.Text;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Web.Tests.Recipes;

/// <summary>The project's own recipes, and public ones of Orchard Core, in the whole program.</summary>
public sealed class RecipesInTheProgramTests : IAsyncLifetime
{
    private static readonly string[] AllFeatures =
        ["AgencyCMS.Accounts", "AgencyCMS.Contents", "AgencyCMS.Disclosure", "AgencyCMS.Media", "AgencyCMS.Search"];

    private TestHost<Program> _host = null!;

    public async Task InitializeAsync() => _host = await TestHost<Program>.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("agency", TenantKind.Department)]
    [InlineData("township", TenantKind.Township)]
    [InlineData("county", TenantKind.CountyOffice)]
    public async Task SetUpRecipe_LeavesNothingUnknown(string recipe, TenantKind kind)
    {
        // Arrange
        var tenant = await _host.AddTenantAsync("finance", kind);

        // Act
        var report = await RunAsync(tenant, recipe);

        // Assert
        var unknown = report.Entries.Where(entry => entry.Severity is RecipeSeverity.Error || entry.Result is RecipeResult.Kept || entry.Code == RecipeMessages.UnknownStep.Code);
        Assert.Empty(unknown.Select(entry => $"{entry.StepName} {entry.ItemId}: {entry.Text}"));
        Assert.True(report.IsCommitted);
    }

    [Theory]
    [InlineData("agency", "finance", TenantKind.Department)]
    [InlineData("township", "liuting", TenantKind.Township)]
    public async Task DemoTenant_ExportedAndRunElsewhere_ExportsTheSame(string recipe, string demo, TenantKind kind)
    {
        // Arrange
        var second = await _host.AddTenantAsync("second", kind);
        var exported = await ExportAsync(await DemoTenantAsync(recipe, demo, kind));

        // Act
        var report = await RunAsync(second, RecipeSource.FromText("export.json", exported));

        // Assert
        Assert.Empty(report.Errors.Select(error => error.Text));
        Assert.Equal(WithoutMarks(exported), WithoutMarks((await ExportAsync(second)).Replace("\"second\"", "\"first\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("agency", "finance", TenantKind.Department)]
    [InlineData("township", "liuting", TenantKind.Township)]
    public async Task DemoTenant_ExportedAndRunAgain_ChangesNothing(string recipe, string demo, TenantKind kind)
    {
        // Arrange
        var tenant = await DemoTenantAsync(recipe, demo, kind);

        // Act
        var report = await RunAsync(tenant, RecipeSource.FromText("export.json", await ExportAsync(tenant)));

        // Assert
        Assert.Empty(report.Entries.Where(entry => entry.Result is RecipeResult.Applied or RecipeResult.Kept).Select(entry => $"{entry.StepName} {entry.ItemId}: {entry.Text}"));
        Assert.True(report.IsCommitted);
    }

    [SampleTheory]
    [SampleFiles]
    public async Task SampleOfOrchardCore_ExportedAndRunElsewhere_ExportsTheSame(string file)
    {
        // Arrange
        var first = await _host.AddTenantAsync("first", AllFeatures);
        var second = await _host.AddTenantAsync("second", AllFeatures);
        var report = await RunAsync(first, await RecipeSource.FromFileAsync(file, CancellationToken.None));
        var exported = await ExportAsync(first);

        // Act
        var again = await RunAsync(second, RecipeSource.FromText("export.json", exported));

        // Assert
        Assert.Empty(report.Errors.Concat(again.Errors).Select(error => error.Text));
        Assert.Equal(WithoutMarks(exported), WithoutMarks((await ExportAsync(second)).Replace("\"second\"", "\"first\"", StringComparison.Ordinal)));
    }

    private async Task<Tenant> DemoTenantAsync(string recipe, string demo, TenantKind kind)
    {
        var tenant = await _host.AddTenantAsync("first", kind);
        await RunAsync(tenant, recipe);
        var report = await RunAsync(tenant, "demo/" + demo);
        Assert.Empty(report.Errors.Select(error => error.Text));
        return tenant;
    }

    private async Task<RecipeReport> RunAsync(Tenant tenant, string recipe)
    {
        var source = await RecipeSource.FromFileAsync(Repository.PathOf("recipes", recipe + ".recipe.json"), CancellationToken.None);
        return await RunAsync(tenant, source);
    }

    private async Task<RecipeReport> RunAsync(Tenant tenant, RecipeSource source)
    {
        await using var scope = _host.Scope(Current(tenant));
        return await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(source, isDryRun: false, null, CancellationToken.None);
    }

    // The mark that an item was public before it came here is a site's own.
    private static string WithoutMarks(string export)
    {
        var recipe = JsonNode.Parse(export)!;
        foreach (var item in recipe["steps"]!.AsArray().SelectMany(step => step!["data"] as JsonArray ?? []).OfType<JsonObject>())
        {
            item.Remove(nameof(ImportedPart));
        }
        return recipe.ToString();
    }

    private async Task<string> ExportAsync(Tenant tenant)
    {
        await using var scope = _host.Scope(Current(tenant));
        using var stream = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<RecipeExporter>().ExportAsync(stream, new(new() { Name = tenant.Name }), CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private Tenant Current(Tenant tenant) => _host.Services.GetRequiredService<TenantDirectory>().Find(tenant.Id)!;
}
