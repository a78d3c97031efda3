using System.IO.Compression;
using System.Text.Json;
using AgencyCMS.Data.Stores;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Tenants.Tests.Commands;

public abstract class RecipeCommandsTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase _database = null!; // xunit starts it before the test

    public async Task InitializeAsync()
    {
        _database = await TestHost<Program>.CreateDatabaseAsync(provider);
        await using var county = await County.StartInRealTimeAsync(_database);
        await county.AddAgencyAsync("water");
        await county.AddAgencyAsync("forestry");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Export_AndRun_BringASettingFromOneAgencyToAnother()
    {
        // Arrange
        await RunAsync("water", """{ "steps": [ { "name": "settings", "MottoSettings": { "Motto": "Open" } } ] }""");
        var (exported, _, error) = await ProgramProcess.RunAsync(_database, "recipe", "export", PathOf("water.zip"), "--tenant", "water", "--part", "Settings");
        Assert.True(exported == 0, error);

        // Act
        var (code, output, _) = await ProgramProcess.RunAsync(_database, "recipe", "run", PathOf("water.zip"), "--tenant", "forestry", "--json");

        // Assert
        Assert.Equal(0, code);
        var entry = JsonDocument.Parse(output).RootElement.GetProperty("report").GetProperty("entries").EnumerateArray().Single(line => line.GetProperty("itemId").GetString() == "MottoSettings");
        Assert.Equal("Applied", entry.GetProperty("result").GetString());
    }

    [Fact]
    public async Task DryRun_ChangesNothing()
    {
        // Arrange
        await WriteAsync("""{ "steps": [ { "name": "settings", "MottoSettings": { "Motto": "Open" } } ] }""");

        // Act
        var (code, output, _) = await ProgramProcess.RunAsync(_database, "recipe", "run", PathOf("run.json"), "--tenant", "water", "--dry-run");

        // Assert
        Assert.Equal(0, code);
        Assert.Contains("MottoSettings", output, StringComparison.Ordinal);
        await ProgramProcess.RunAsync(_database, "recipe", "export", PathOf("after.json"), "--tenant", "water");
        Assert.DoesNotContain("MottoSettings", await File.ReadAllTextAsync(PathOf("after.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecipeThatCannotRun_ExitsWithOne()
    {
        // Arrange
        await WriteAsync("""{ "steps": [ { "name": "recipes", "Values": [ { "name": "no-such-recipe" } ] } ] }""");

        // Act
        var (code, output, _) = await ProgramProcess.RunAsync(_database, "recipe", "run", PathOf("run.json"), "--tenant", "water");

        // Assert
        Assert.Equal(1, code);
        Assert.Contains("no-such-recipe", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PackageThatLeavesItself_IsRefused()
    {
        // Arrange
        await using (var zip = await ZipFile.OpenAsync(PathOf("bad.zip"), ZipArchiveMode.Create))
        {
            zip.CreateEntry("Recipe.json");
            zip.CreateEntry("../evil.txt");
        }

        // Act
        var (code, _, error) = await ProgramProcess.RunAsync(_database, "recipe", "run", PathOf("bad.zip"), "--tenant", "water");

        // Assert
        Assert.Equal(1, code);
        Assert.Contains("../evil.txt", error, StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_database.DataPath, name);

    private Task WriteAsync(string recipe) => File.WriteAllTextAsync(PathOf("run.json"), recipe);

    private async Task RunAsync(string tenant, string recipe)
    {
        await WriteAsync(recipe);
        var (code, output, error) = await ProgramProcess.RunAsync(_database, "recipe", "run", PathOf("run.json"), "--tenant", tenant);
        Assert.True(code == 0, output + error);
    }
}

public sealed class RecipeCommandsOnSqliteTests() : RecipeCommandsTests(DatabaseProvider.Sqlite);

public sealed class RecipeCommandsOnPostgreSqlTests() : RecipeCommandsTests(DatabaseProvider.PostgreSql);
