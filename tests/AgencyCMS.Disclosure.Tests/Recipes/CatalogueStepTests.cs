using System.Net;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Disclosure.Domain;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Recipes;

/// <summary>A recipe cannot bring a catalogue that no page could show.</summary>
public abstract class CatalogueStepTests(DisclosureSite site)
{
    [Fact]
    public async Task Catalogue_ThatStandsBelowItself_IsRefusedAsAWhole()
    {
        // Act
        var report = await RunAsync("""{ "Code": "circle_a", "Parent": "circle_b", "Title": "甲" }, { "Code": "circle_b", "Parent": "circle_a", "Title": "乙" }""");

        // Assert
        Assert.Contains(report.Errors, error => error.Text.Contains("below itself", StringComparison.Ordinal));
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync("catalogue/circle_a"));
    }

    [Fact]
    public async Task Catalogue_ThatJoinsWithWhatIsThereToACircle_IsRefused()
    {
        // Arrange
        await RunAsync("""{ "Code": "later_a", "Title": "甲" }, { "Code": "later_b", "Parent": "later_a", "Title": "乙" }""");

        // Act
        var report = await RunAsync("""{ "Code": "later_a", "Parent": "later_b", "Title": "甲" }""");

        // Assert
        Assert.NotEmpty(report.Errors);
    }

    [Fact]
    public async Task Catalogue_ThatIsNestedTooDeep_IsRefused()
    {
        // Arrange
        var entries = Enumerable.Range(0, 1200).Select(number => $$"""{ "Code": "deep{{number}}", {{(number == 0 ? "" : $"\"Parent\": \"deep{number - 1}\",")}} "Title": "第{{number}}层" }""");

        // Act
        var report = await RunAsync(string.Join(',', entries));

        // Assert
        Assert.Contains(report.Errors, error => error.Text.Contains($"more than {CatalogueShape.MaxDepth} levels", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Catalogue_WithATitleThatTheFormRefuses_IsRefused()
    {
        // Act
        var report = await RunAsync($$"""{ "Code": "long_title", "Title": "{{new string('长', CatalogueTexts.MaxTitle + 1)}}" }""");

        // Assert
        Assert.NotEmpty(report.Errors);
    }

    [Fact]
    public async Task Catalogue_WithAnEntryBelowOneThatHoldsItems_IsRefused()
    {
        // Arrange
        await RunAsync("""{ "Code": "holds_items", "Title": "有信息的" }""");
        await site.PublishAsync(DisclosureSite.NewItem("在其中", "holds_items"));

        // Act
        var report = await RunAsync("""{ "Code": "below_items", "Parent": "holds_items", "Title": "下级" }""");

        // Assert
        Assert.Contains(report.Errors, error => error.Text.Contains("有信息的", StringComparison.Ordinal));
        using var reader = site.Browse();
        Assert.Contains("在其中", (await reader.ReadAsync("catalogue/holds_items")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2099-01-01")]
    [InlineData("1801-01-01")]
    public async Task Declaration_OfADayThatCannotBe_IsRefused(string day)
    {
        // Arrange
        await RunAsync("""{ "Code": "declared_wrongly", "Title": "无此事项" }""");

        // Act
        var report = await DeclareAsync("declared_wrongly", day);

        // Assert
        Assert.NotEmpty(report.Errors);
    }

    [Fact]
    public async Task Declaration_OfAnEntryThatHoldsItems_IsNotMade()
    {
        // Arrange
        await RunAsync("""{ "Code": "declared_full", "Title": "有信息的" }""");
        await site.PublishAsync(DisclosureSite.NewItem("在其中", "declared_full"));

        // Act
        var report = await DeclareAsync("declared_full", "2025-01-01");

        // Assert
        Assert.Equal("disclosure.declaration-holds", Assert.Single(report.Entries).Code);
    }

    [Fact]
    public async Task Declaration_FromElsewhere_SaysThatItsDayIsNotThePlatforms()
    {
        // Arrange
        await RunAsync("""{ "Code": "declared_elsewhere", "Title": "无此事项" }""");

        // Act
        await DeclareAsync("declared_elsewhere", "2025-03-12");

        // Assert
        using var reader = site.Browse();
        Assert.Contains("声明日期：2025-03-12（随数据迁入", (await reader.ReadAsync("catalogue/declared_elsewhere")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declaration_ThatSomebodyHasTakenBack_IsNotMadeAgain()
    {
        // Arrange
        await RunAsync("""{ "Code": "declared_before", "Title": "无此事项" }""");
        await DeclareAsync("declared_before", "2025-01-01");
        using var keeper = await site.SignInAsync();
        await keeper.SubmitAsync(await keeper.ReadAsync("admin/catalogue/declared_before"), null, ("takeBack", "true"));

        // Act
        var report = await DeclareAsync("declared_before", "2025-01-01");

        // Assert
        Assert.Equal("disclosure.declaration-left", Assert.Single(report.Entries).Code);
        using var reader = site.Browse();
        Assert.DoesNotContain("声明日期", (await reader.ReadAsync("catalogue/declared_before")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<RecipeReport> DeclareAsync(string entry, string day)
    {
        await using var scope = site.Host.Scope(site.Finance);
        var step = $$"""{ "name": "CatalogueDeclarations", "Declarations": [ { "Entry": "{{entry}}", "Reason": "本单位无此事项", "DeclaredOn": "{{day}}" } ] }""";
        return await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(
            RecipeSource.FromText("test", $$"""{ "steps": [ {{step}} ] }"""), isDryRun: false, null, CancellationToken.None);
    }

    private async Task<RecipeReport> RunAsync(string entries)
    {
        await using var scope = site.Host.Scope(site.Finance);
        return await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(
            RecipeSource.FromText("test", $$"""{ "steps": [ { "name": "Catalogue", "Entries": [ {{entries}} ] } ] }"""), isDryRun: false, null, CancellationToken.None);
    }

    public sealed class OnSqlite(SqliteSite site) : CatalogueStepTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : CatalogueStepTests(site), IClassFixture<PostgreSqlSite>;
}
