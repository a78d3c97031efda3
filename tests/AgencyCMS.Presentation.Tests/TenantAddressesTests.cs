using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Presentation.Tests;

public sealed class TenantAddressesTests
{
    private static readonly Tenant County = Make(1, "county", TenantKind.CountyOffice, prefix: null);
    private static readonly Tenant Finance = Make(2, "finance", TenantKind.Department, prefix: "finance");
    private static readonly Tenant Education = Make(3, "education", TenantKind.Department, prefix: "education", "education.localhost");

    [Fact]
    public void TenantAddresses_OnADefaultHost_LeadsToThePrefix()
    {
        // Arrange
        var addresses = Addresses(Finance, "localhost", "/finance");

        // Act
        var href = addresses.HomeOf(Education);

        // Assert
        Assert.Equal("/education/", href);
    }

    [Fact]
    public void TenantAddresses_OnADefaultHost_LeadsToTheCountyAtTheRoot()
    {
        // Arrange
        var addresses = Addresses(Finance, "localhost", "/finance");

        // Act
        var county = addresses.County;

        // Assert
        Assert.Equal("/", county?.Href);
    }

    [Fact]
    public void TenantAddresses_BelowAPathOfTheProgram_KeepsIt()
    {
        // Arrange
        var addresses = Addresses(Finance, "localhost", "/portal/finance");

        // Act
        var href = addresses.HomeOf(Education);

        // Assert
        Assert.Equal("/portal/education/", href);
    }

    [Fact]
    public void TenantAddresses_OnAHostOfItsOwn_LeadsToTheOthersHost()
    {
        // Arrange
        var other = Make(4, "health", TenantKind.Department, prefix: "health", "health.localhost");
        var addresses = Addresses(other, "health.localhost", "");

        // Act
        var href = addresses.HomeOf(Education);

        // Assert
        Assert.Equal("http://education.localhost:5000/", href);
    }

    [Fact]
    public void TenantAddresses_OnAHostOfItsOwn_KnowsNoWayToATenantWithoutHost()
    {
        // Arrange
        var addresses = Addresses(Education, "education.localhost", "");

        // Act
        var href = addresses.HomeOf(Finance);

        // Assert
        Assert.Null(href);
    }

    private static TenantAddresses Addresses(Tenant current, string host, string pathBase)
    {
        var directory = new TenantDirectory();
        directory.Replace([County, Finance, Education, .. current.Id.Value > 3 ? new[] { current } : []]);
        var tenants = new TenantContext();
        tenants.Enter(current);
        var context = new DefaultHttpContext();
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(host, 5000);
        context.Request.PathBase = pathBase;
        return new TenantAddresses(new HttpContextAccessor { HttpContext = context }, tenants, directory);
    }

    private static Tenant Make(int id, string name, TenantKind kind, string? prefix, params string[] hosts) => new()
    {
        Id = new TenantId(id),
        Name = name,
        Title = name,
        Kind = kind,
        State = TenantState.Running,
        Prefix = prefix,
        Hosts = [.. hosts],
    };
}
