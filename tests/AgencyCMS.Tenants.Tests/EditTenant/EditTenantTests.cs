using System.Net;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Tenants.Tests.EditTenant;

/// <summary>A tenant's record, changed through the console.</summary>
public abstract class EditTenantTests(CountyFixture fixture)
{
    private readonly County _county = fixture.County;

    [Fact]
    public async Task Edit_ByTwo_ShowsTheSecondWhatHappened()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("two-editors");
        using var office = await _county.SignInToOfficeAsync();
        var page = await office.ReadAsync($"admin/tenants/{tenant.Id}/edit");
        using var first = await office.SubmitAsync(page, null, ("Title", "第一次修改"), ("Name", "two-editors"), ("Hosts", ""));

        // Act
        using var second = await office.SubmitAsync(page, null, ("Title", "第二次修改"), ("Name", "two-editors"), ("Hosts", ""));

        // Assert
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        Assert.Equal("第二次修改", (await Browser.ParseAsync(second)).QuerySelector("input[name=Title]")!.GetAttribute("value"));
        Assert.Equal("第一次修改", _county.Directory.Find(tenant.Id)!.Title);
    }
}

public sealed class EditTenantOnSqliteTests(SqliteCounty county) : EditTenantTests(county), IClassFixture<SqliteCounty>;

public sealed class EditTenantOnPostgreSqlTests(PostgreSqlCounty county) : EditTenantTests(county), IClassFixture<PostgreSqlCounty>;
