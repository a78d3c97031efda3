using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Recipes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes;
using AgencyCMS.Recipes.Reporting;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgencyCMS.Demo.Tests.Recipes;

/// <summary>The demonstration's news is of the weeks before the day it was set up, whenever that is.</summary>
public sealed class DemoDatesTests
{
    [Theory]
    [InlineData("2025-06-05")]
    [InlineData("2026-11-21")]
    [InlineData("2027-02-10")]
    [InlineData("2028-03-01")]
    public async Task NewestItem_IsOfTheLastWeeks(string day)
    {
        // Arrange
        await using var host = await StartAsync(day);

        // Act
        var (tenant, _) = await SetUpAsync(host, "finance");

        // Assert
        var newest = (await ItemsAsync(host, tenant)).Max(item => item.PublishedUtc)!.Value;
        var today = DateTimeOffset.Parse(day + "T12:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(newest, today.AddDays(-17), today);
    }

    [Fact]
    public async Task Texts_AYearLater_SpeakOfTheYearLater()
    {
        // Arrange
        await using var host = await StartAsync("2027-11-21");

        // Act
        var (tenant, _) = await SetUpAsync(host, "finance");

        // Assert
        var items = await ItemsAsync(host, tenant);
        var notice = items.Single(item => item.ContentItemId == "095d4069k0jdqsrk6ketqmek2t");
        Assert.Contains("2025年4月4日", notice.Part<HtmlBodyPart>()!.Html!, StringComparison.Ordinal); // 2024-04-05 and 364 days
        Assert.Equal("2025-04-04", notice.Document["DisclosurePart"]!["FormedOn"]!.ToString());
    }

    [Fact]
    public async Task Recipe_RunAgainOnAnotherDay_ChangesNothing()
    {
        // Arrange
        var clock = ClockOf("2027-02-10");
        await using var host = await TestHost<Program>.StartAsync(options => options.UseClock(clock));
        var (tenant, _) = await SetUpAsync(host, "finance");
        clock.Pass(TimeSpan.FromDays(60));

        // Act
        var report = await RunAsync(host, tenant, "finance");

        // Assert
        Assert.DoesNotContain(report.Entries, entry => entry.StepName == "content" && entry.Result is RecipeResult.Applied);
    }

    private static TestClock ClockOf(string day)
    {
        var clock = new TestClock();
        clock.Pass(DateTimeOffset.Parse(day + "T10:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture) - clock.GetUtcNow());
        return clock;
    }

    private static Task<TestHost<Program>> StartAsync(string day) => TestHost<Program>.StartAsync(options => options.UseClock(ClockOf(day)));

    private static async Task<(Tenant Tenant, RecipeReport Report)> SetUpAsync(TestHost<Program> host, string name)
    {
        var wanted = new NewTenant { Name = name, Title = name, Kind = TenantKind.Department, Recipe = "agency" };
        var tenant = (await host.Services.GetRequiredService<ITenantLifecycle>().CreateAsync(wanted, Actor.System, null, CancellationToken.None)).Value;
        return (tenant, await RunAsync(host, tenant, name));
    }

    private static async Task<RecipeReport> RunAsync(TestHost<Program> host, Tenant tenant, string recipe)
    {
        await using var scope = host.Scope(host.Services.GetRequiredService<TenantDirectory>().Find(tenant.Id)!); // a recipe before may have changed it
        var source = await RecipeSource.FromFileAsync(Path.Combine(RecipeFiles.Folder(), "demo", recipe + ".recipe.json"), CancellationToken.None);
        var report = await scope.ServiceProvider.GetRequiredService<TenantRecipes>().RunAsync(source, isDryRun: false, null, CancellationToken.None);
        Assert.Empty(report.Errors);
        return report;
    }

    private static async Task<IReadOnlyList<ContentItem>> ItemsAsync(TestHost<Program> host, Tenant tenant)
    {
        await using var scope = host.Scope(tenant);
        var ids = await scope.ServiceProvider.GetRequiredService<TenantDb>().Set<ContentItemRow>().Where(row => row.ContentType == "Disclosure").Select(row => row.ContentItemId).ToListAsync();
        return await scope.ServiceProvider.GetRequiredService<ContentReader>().ListPublishedAsync(ids, Actor.Anonymous, CancellationToken.None);
    }
}
