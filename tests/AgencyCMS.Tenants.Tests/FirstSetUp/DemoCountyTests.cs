using AgencyCMS.Modularity.Tenants;
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
}
