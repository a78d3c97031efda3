using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Tenants.Tests.FirstSetUp;

public sealed class DemoCountyTests
{
    [Fact]
    public async Task EmptyFolder_InDevelopment_BecomesTheDemoCounty()
    {
        // Act
        await using var host = await TestHost<Program>.StartAsync(options => options.Environment = "Development");

        // Assert
        var tenants = host.Services.GetRequiredService<TenantDirectory>().All;
        Assert.Equal(18, tenants.Count);
        Assert.All(tenants, tenant => Assert.Equal(TenantState.Running, tenant.State));
    }

    [Fact]
    public async Task Tenant_WhoseStoreWouldComeOverAnother_IsNotMade_AndTheOtherStays()
    {
        // Arrange
        await using var host = await TestHost<Program>.StartAsync();
        var store = Path.Combine(host.Database.DataPath, "tenants", "000001", "store.db");
        Directory.CreateDirectory(Path.GetDirectoryName(store)!);
        await File.WriteAllTextAsync(store, "an agency's");
        await using var scope = host.Services.CreateAsyncScope();

        // Act
        var refused = await Record.ExceptionAsync(() => scope.ServiceProvider.GetRequiredService<ITenantLifecycle>().CreateAsync(
            new NewTenant { Name = "county-office", Title = "County", Kind = TenantKind.CountyOffice, Recipe = "county" }, Actor.System, null, CancellationToken.None));

        // Assert
        Assert.IsType<StoreInTheWayException>(refused);
        Assert.Equal("an agency's", await File.ReadAllTextAsync(store));
        Assert.Empty(host.Services.GetRequiredService<TenantDirectory>().All);
    }
}
