using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Demo.Contracts;
using AgencyCMS.Demo.Generation;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgencyCMS.Demo.Tests.Generation;

public sealed class DemoGenerationTests : IAsyncLifetime
{
    private TestHost<Program> _host = null!; // started before every test

    public async Task InitializeAsync() => _host = await TestHost<Program>.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Generate_InAnEmptyFolder_MakesTenantsAndPublishesItems()
    {
        // Act
        var report = await GenerateAsync(30, tenants: 2);

        // Assert
        Assert.Equal((2, 60), (report.TenantsCreated, report.ItemsCreated));
    }

    [Fact]
    public async Task Generate_Again_OnlyAddsWhatIsMissing()
    {
        // Arrange
        await GenerateAsync(20);

        // Act
        var report = await GenerateAsync(25);

        // Assert
        Assert.Equal((1, 5, 20), (report.TenantsFound, report.ItemsCreated, report.ItemsUnchanged));
    }

    [Fact]
    public async Task Generate_Items_ArePublishedWithIndexNumbers()
    {
        // Act
        await GenerateAsync(5);

        // Assert
        var tenant = _host.Services.GetRequiredService<TenantDirectory>().FindByName(DemoAgency.At(1).Name)!; // it was made just now
        await using var scope = _host.Scope(tenant);
        var paths = await scope.ServiceProvider.GetRequiredService<TenantDb>().Set<ContentRouteRow>().Select(row => row.Path).ToListAsync();
        Assert.Equal(5, paths.Count(path => path.StartsWith("info/", StringComparison.Ordinal)));
    }

    private async Task<DemoReport> GenerateAsync(int items, int tenants = 1)
    {
        var report = new DemoReport();
        var outcome = await _host.Services.GetRequiredService<DemoGeneration>().RunAsync(tenants, items, seed: 1, report, null, CancellationToken.None);
        Assert.False(outcome.IsRefused, string.Join('\n', outcome.Problems.Select(problem => problem.ToEnglish())));
        return report;
    }
}
