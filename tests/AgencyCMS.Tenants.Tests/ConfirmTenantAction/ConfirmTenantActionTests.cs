using System.Net;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

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

    [Fact]
    public async Task Resume_AfterTheConfirmPage_OpensTheSiteAgain()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("to-resume");
        using var office = await _county.SignInToOfficeAsync();
        await office.SubmitAsync($"admin/tenants/{tenant.Id}/suspend", ("Text", ""));

        // Act
        await office.SubmitAsync(await office.ReadAsync($"admin/tenants/{tenant.Id}/resume"), "/resume");

        // Assert
        Assert.Equal(200, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task Suspend_WithANoticeThatIsTooLong_IsRefusedWithTheNoticeKept()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("wordy");
        using var office = await _county.SignInToOfficeAsync();
        var notice = new string('搬', TenantRefusals.MaxNoticeLength + 1);

        // Act
        using var answer = await office.SubmitAsync($"admin/tenants/{tenant.Id}/suspend", ("Text", notice));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(notice, (await Browser.ParseAsync(answer)).QuerySelector("textarea[name=Text]")!.TextContent.Trim());
    }

    [Fact]
    public async Task CountyOffice_CannotBeSuspended()
    {
        // Arrange
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await office.SubmitAsync($"admin/tenants/{_county.Directory.County!.Id}/suspend", ("Text", ""));

        // Assert
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(TenantState.Running, _county.Directory.County!.State);
    }
}

public sealed class ConfirmTenantActionOnSqliteTests(SqliteCounty county) : ConfirmTenantActionTests(county), IClassFixture<SqliteCounty>;

public sealed class ConfirmTenantActionOnPostgreSqlTests(PostgreSqlCounty county) : ConfirmTenantActionTests(county), IClassFixture<PostgreSqlCounty>;
