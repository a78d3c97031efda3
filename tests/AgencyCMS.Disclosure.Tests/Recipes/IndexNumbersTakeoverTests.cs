using System.Text;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.Disclosure.Contracts;
using AgencyCMS.Disclosure.Tests.Fixtures;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Disclosure.Tests.Recipes;

public abstract class IndexNumbersTakeoverTests(DisclosureSite site)
{
    [Fact]
    public async Task Number_OfAWithdrawnItem_IsNotGivenAgainWhereItIsTakenOver()
    {
        // Arrange
        var (origin, target) = (await site.AddAgencyAsync("numbers-from"), await site.AddAgencyAsync("numbers-to"));
        var item = await site.PublishAsync(DisclosureSite.NewItem("已撤下的", "rules_own"), origin);
        await site.WithdrawAsync(item, origin);

        // Act
        await TakeOverAsync(origin, target);

        // Assert
        var next = await site.PublishAsync(DisclosureSite.NewItem("后来的", "rules_own"), target);
        Assert.NotEqual(item.Part<DisclosurePart>()!.IndexNumber, next.Part<DisclosurePart>()!.IndexNumber);
    }

    [Fact]
    public async Task Number_TakenOverWhileTheFeatureIsOff_IsNotGivenAgainWhenItIsOn()
    {
        // Arrange
        const string Feature = "AgencyCMS.Disclosure";
        var (origin, target) = (await site.AddAgencyAsync("numbers-off-from"), await site.AddAgencyAsync("numbers-off-to"));
        var item = await site.PublishAsync(DisclosureSite.NewItem("已撤下的", "rules_own"), origin);
        await site.WithdrawAsync(item, origin);
        await site.PublishAsync(DisclosureSite.NewItem("仍公开的", "rules_own"), origin);

        // Act
        await TakeOverAsync(await site.Host.DisableAsync(origin, Feature), await site.Host.DisableAsync(target, Feature));

        // Assert
        target = await site.Host.EnableAsync(target, Feature);
        var next = await site.PublishAsync(DisclosureSite.NewItem("后来的", "rules_own"), target);
        Assert.NotEqual(item.Part<DisclosurePart>()!.IndexNumber, next.Part<DisclosurePart>()!.IndexNumber);
        using var reader = site.Browse(target);
        Assert.Contains("仍公开的", (await reader.ReadAsync("catalogue/rules_own")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("numbers-high", "2147483647")]
    [InlineData("numbers-low", "-5")]
    [InlineData("numbers-text", "\"many\"")]
    public async Task Counter_ThatNoAgencyReaches_IsRefused(string name, string last)
    {
        // Arrange
        var agency = await site.AddAgencyAsync(name);

        // Act
        var report = await CountAsync(agency, last);

        // Assert
        Assert.Equal("disclosure.counter-not-valid", Assert.Single(report.Errors).Code);
        Assert.EndsWith("-00001", (await site.PublishAsync(DisclosureSite.NewItem("第一条", "rules_own"), agency)).Part<DisclosurePart>()!.IndexNumber, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counter_ThatIsRaised_IsReported()
    {
        // Arrange
        var agency = await site.AddAgencyAsync("numbers-raised");

        // Act
        var report = await CountAsync(agency, "41");

        // Assert
        Assert.Equal("disclosure.counter-raised", Assert.Single(report.Entries).Code);
        Assert.EndsWith("-00042", (await site.PublishAsync(DisclosureSite.NewItem("第一条", "rules_own"), agency)).Part<DisclosurePart>()!.IndexNumber, StringComparison.Ordinal);
    }

    private async Task<RecipeReport> CountAsync(Tenant agency, string last)
    {
        await using var scope = site.Host.Scope(agency);
        var json = $$"""{ "steps": [ { "name": "IndexNumbers", "Counters": [ { "Period": "{{TimeProvider.System.GetLocalNow().Year}}", "Last": {{last}} } ] } ] }""";
        return await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(RecipeSource.FromText("counters", json), isDryRun: false, null, CancellationToken.None);
    }

    private async Task TakeOverAsync(Tenant origin, Tenant target)
    {
        using var stream = new MemoryStream();
        await using (var from = site.Host.Scope(origin))
        {
            await from.ServiceProvider.GetRequiredService<RecipeExporter>().ExportAsync(stream, new(new()), CancellationToken.None);
        }
        await using var to = site.Host.Scope(target);
        var report = await to.ServiceProvider.GetRequiredService<TenantRecipes>()
            .RunAsync(RecipeSource.FromText("export", Encoding.UTF8.GetString(stream.ToArray())), isDryRun: false, null, CancellationToken.None);
        Assert.Empty(report.Errors.Select(error => error.Text));
    }

    public sealed class OnSqlite(SqliteSite site) : IndexNumbersTakeoverTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : IndexNumbersTakeoverTests(site), IClassFixture<PostgreSqlSite>;
}
