using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Schema;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Tenants.Lifecycle;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Files;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Tenants.Tests.Lifecycle;

public abstract class InterruptedProvisioningTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private County _county = null!; // xunit starts it before the test

    public async Task InitializeAsync() => _county = await County.StartAsync(provider, BreakingStep.AddTo);

    public async Task DisposeAsync()
    {
        await _county.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Create_WhenAStepBreaks_LeavesNothing()
    {
        // Arrange
        var recipe = WriteRecipe("""{ "steps": [ { "name": "recipes", "Values": [ { "name": "agency" } ] }, { "name": "break" } ] }""");
        var last = (await _county.AddAgencyAsync("before")).Id;

        // Act
        await Assert.ThrowsAsync<IOException>(() => _county.TryAddAgencyAsync("broken", wanted => wanted with { RecipeFile = recipe }));

        // Assert
        Assert.Null(_county.Directory.FindByName("broken"));
        Assert.Empty(await Leftovers.FindAsync(_county, new TenantId(last.Value + 1)));
    }

    [Fact]
    public async Task Create_WhenTheRecipeIsRefused_SaysWhyAndLeavesNothing()
    {
        // Arrange
        var recipe = WriteRecipe("""{ "steps": [ { "name": "recipes", "Values": [ { "name": "agency" }, { "name": "missing" } ] } ] }""");

        // Act
        var outcome = await _county.TryAddAgencyAsync("refused", wanted => wanted with { RecipeFile = recipe });

        // Assert
        Assert.Equal(["recipes.unknown-recipe"], outcome.Problems.Select(problem => problem.Code));
        Assert.Null(_county.Directory.FindByName("refused"));
    }

    [Fact]
    public async Task CountyRecipe_ThatBreaksAfterItsTenants_TakesThemBack()
    {
        // Arrange
        var recipe = WriteRecipe("""
            { "steps": [ { "name": "Tenants", "Tenants": [ { "Name": "half", "Title": "半途局", "Kind": "Department", "Recipe": "agency" } ] }, { "name": "break" } ] }
            """);
        await using var scope = _county.Host.Scope(_county.Directory.County!);
        var recipes = scope.ServiceProvider.GetRequiredService<TenantRecipes>();
        var source = await RecipeSource.FromFileAsync(recipe, CancellationToken.None);

        // Act
        await Assert.ThrowsAsync<IOException>(() => recipes.RunAsync(source, isDryRun: false, null, CancellationToken.None));

        // Assert
        Assert.Null(_county.Directory.FindByName("half"));
    }

    [Fact]
    public async Task Leftover_OfAKilledProcess_IsRemovedByTheNextSweep()
    {
        // Arrange
        var leftover = await LeaveHalfMadeAsync("killed");

        // Act
        await _county.Get<TenantSweep>().RunAsync(CancellationToken.None);

        // Assert
        Assert.Null(_county.Directory.Find(leftover.Id));
        Assert.Empty(await Leftovers.FindAsync(_county, leftover.Id));
    }

    [Fact]
    public async Task Sweep_WhileSomebodyIsMakingATenant_LeavesItAlone()
    {
        // Arrange
        var underway = await LeaveHalfMadeAsync("underway");
        await using var maker = await _county.Get<ProvisioningLock>().EnterAsync(CancellationToken.None);

        // Act
        await _county.Get<TenantSweep>().RunAsync(CancellationToken.None);

        // Assert
        Assert.NotNull(_county.Directory.Find(underway.Id));
    }

    [Fact]
    public async Task HalfMade_AsksReadersToComeBack()
    {
        // Arrange
        var tenant = await LeaveHalfMadeAsync("half-made");

        // Act
        var status = await _county.StatusAsync(tenant);

        // Assert
        Assert.Equal(503, status);
    }

    /// <summary>What a process leaves that is killed when it has made the record and the store.</summary>
    private async Task<Tenant> LeaveHalfMadeAsync(string name)
    {
        var record = new Tenant { Id = default, Name = name, Title = name, Kind = TenantKind.Department, State = TenantState.Provisioning, Prefix = name };
        var added = await _county.Get<TenantRecords>().AddAsync(record, CancellationToken.None);
        await _county.Get<SchemaSteps>().CreateTenantAsync(added.Value.Id, CancellationToken.None);
        return added.Value;
    }

    private string WriteRecipe(string json)
    {
        var path = Path.Combine(_folder.Path, "test.recipe.json");
        File.WriteAllText(path, json);
        return path;
    }
}

public sealed class InterruptedProvisioningOnSqliteTests() : InterruptedProvisioningTests(DatabaseProvider.Sqlite);

public sealed class InterruptedProvisioningOnPostgreSqlTests() : InterruptedProvisioningTests(DatabaseProvider.PostgreSql);
