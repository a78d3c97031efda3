using System.Net;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Tests.Fixtures;

namespace AgencyCMS.Tenants.Tests.ConfirmTenantAction;

/// <summary>Suspending, archiving and deleting through the console's page.</summary>
public abstract class ConfirmTenantActionTests(CountyFixture fixture)
{
    private readonly County _county = fixture.County;

    [Fact]
    public async Task Suspend_AfterTheConfirmPage_IsShownOnTheDetails()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("to-suspend");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await office.SubmitAsync($"admin/tenants/{tenant.Id}/suspend", ("Text", "机房搬迁"));

        // Assert
        var page = await office.ReadAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains("机房搬迁", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(503, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task Delete_WithoutTheName_IsRefused()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("to-keep");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await office.SubmitAsync($"admin/tenants/{tenant.Id}/delete", ("Text", "to-kep"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(TenantState.Running, _county.Directory.Find(tenant.Id)!.State);
    }

    [Fact]
    public async Task Delete_WithTheName_CanBeTakenBackOnTheDetails()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("to-delete");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await office.SubmitAsync($"admin/tenants/{tenant.Id}/delete", ("Text", "to-delete"));

        // Assert
        Assert.Equal(TenantState.Deleted, _county.Directory.Find(tenant.Id)!.State);
        var page = await office.ReadAsync(answer.Headers.Location!.OriginalString);
        Assert.NotNull(page.QuerySelector($"a[href='/admin/tenants/{tenant.Id}/restore']"));
    }
}

public sealed class ConfirmTenantActionOnSqliteTests(SqliteCounty county) : ConfirmTenantActionTests(county), IClassFixture<SqliteCounty>;

public sealed class ConfirmTenantActionOnPostgreSqlTests(PostgreSqlCounty county) : ConfirmTenantActionTests(county), IClassFixture<PostgreSqlCounty>;
