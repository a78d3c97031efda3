using AgencyCMS.Data.Stores;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.ContentManagement.Tests.Recipes;

public abstract class SampleRoundTripTests(DatabaseProvider provider) : IAsyncLifetime
{
    private RecipeSite _site = null!;

    public async Task InitializeAsync() => _site = await RecipeSite.OpenAsync(provider);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [SampleTheory]
    [SampleFiles]
    public async Task Sample_RunIntoAFreshTenant_IsCommittedWithoutErrors(string file)
    {
        // Act
        var report = await ImportAsync(file, "first");

        // Assert
        Assert.Empty(report.Errors.Select(error => error.Text));
        Assert.True(report.IsCommitted);
    }

    [SampleTheory]
    [SampleFiles]
    public async Task Sample_ExportedAndRunElsewhere_BringsTheSameContent(string file)
    {
        // Arrange
        var first = await _site.AddTenantAsync("first");
        var second = await _site.AddTenantAsync("second");
        await _site.RunAsync(first, await SourceAsync(file));
        var exported = await _site.ExportAsync(first);

        // Act
        var report = await _site.RunAsync(second, exported);

        // Assert
        Assert.Empty(report.Errors.Select(error => error.Text));
        Assert.Equal(NormalisedRecipe.Of(exported), NormalisedRecipe.Of(await _site.ExportAsync(second)));
    }

    [SampleTheory]
    [SampleFiles]
    public async Task Sample_ExportedAndRunAgain_ChangesNothing(string file)
    {
        // Arrange
        var tenant = await _site.AddTenantAsync("first");
        await _site.RunAsync(tenant, await SourceAsync(file));
        var exported = await _site.ExportAsync(tenant);

        // Act
        var report = await _site.RunAsync(tenant, exported);

        // Assert
        Assert.Empty(report.Entries.Where(entry => entry.Result is RecipeResult.Applied or RecipeResult.Kept).Select(entry => entry.Text));
        Assert.Equal(NormalisedRecipe.Of(exported), NormalisedRecipe.Of(await _site.ExportAsync(tenant)));
    }

    [SampleTheory]
    [SampleFiles]
    public async Task Sample_WithoutExpressions_IsExportedAsItCame(string file)
    {
        // Arrange
        var tenant = await _site.AddTenantAsync("first");
        var source = await SourceAsync(file);
        await _site.RunAsync(tenant, source);

        // Act
        var exported = NormalisedRecipe.Of(await _site.ExportAsync(tenant));

        // Assert: what an expression made cannot be foretold; all else must be there, word for word.
        var given = NormalisedRecipe.Of(System.Text.Encoding.UTF8.GetString(source.Utf8.Span));
        var missing = given.Where(thing => !HasExpression(thing) && !thing.Key.StartsWith("MEDIA", StringComparison.Ordinal) && exported.GetValueOrDefault(thing.Key) != thing.Value);
        Assert.Empty(missing.Select(thing => $"{thing.Key} {thing.Value}\n{exported.GetValueOrDefault(thing.Key)}"));
    }

    private static bool HasExpression(KeyValuePair<string, string> thing) =>
        thing.Key.Contains("[js:", StringComparison.Ordinal) || thing.Value.Contains("[js:", StringComparison.Ordinal);

    private async Task<RecipeReport> ImportAsync(string file, string tenant) => await _site.RunAsync(await _site.AddTenantAsync(tenant), await SourceAsync(file));

    private static Task<RecipeSource> SourceAsync(string file) =>
        RecipeSource.FromFileAsync(file, CancellationToken.None);
}

public sealed class SqliteSampleRoundTripTests() : SampleRoundTripTests(DatabaseProvider.Sqlite);

public sealed class PostgreSqlSampleRoundTripTests() : SampleRoundTripTests(DatabaseProvider.PostgreSql);
