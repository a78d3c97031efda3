using System.Net;
using AgencyCMS.Tenants.Tests.Fixtures;

namespace AgencyCMS.Tenants.Tests.Console;

public sealed class TenantConsoleTests(SqliteCounty fixture) : IClassFixture<SqliteCounty>
{
    private readonly County _county = fixture.County;

    [Theory]
    [InlineData("admin/tenants")]
    [InlineData("admin/tenants/new")]
    [InlineData("admin/tenants/1")]
    [InlineData("admin/tenants/1/edit")]
    [InlineData("admin/tenants/1/delete")]
    [InlineData("admin/tenants/1/features")]
    public async Task EveryPage_ForAnEditor_IsForbidden(string path)
    {
        // Arrange
        using var editor = await _county.SignInAsync(_county.Directory.County!, "Editor");

        // Act
        var status = await editor.StatusAsync(path);

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task Console_InAnAgency_IsNotThere()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("no-console");
        using var administrator = await _county.SignInAsync(tenant, "SiteAdministrator");

        // Act
        var status = await administrator.StatusAsync("admin/tenants");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData("admin/tenants/999999")]
    [InlineData("admin/tenants/999999/edit")]
    [InlineData("admin/tenants/999999/suspend")]
    [InlineData("admin/tenants/1/explode")]
    public async Task Page_OfATenantThatIsNotThere_IsNotFound(string path)
    {
        // Arrange
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var status = await office.StatusAsync(path);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }
}
