using System.Net;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Tenants.Tests.ConfirmFeature;

public abstract class ConfirmFeatureTests(CountyFixture fixture)
{
    private const string Disclosure = "AgencyCMS.Disclosure";
    private readonly County _county = fixture.County;

    [Fact]
    public async Task CoreFeature_SwitchedOffByTheCountyWithOneClick_IsOnlyAskedAbout()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("one-click");
        using var office = await _county.SignInToOfficeAsync();
        var token = (await office.ReadAsync($"admin/tenants/{tenant.Id}/features")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        // Act
        using var answer = await office.PostAsync($"admin/tenants/{tenant.Id}/features", ("__RequestVerificationToken", token), ("feature", Disclosure), ("on", "false"));

        // Assert
        Assert.Equal($"/admin/tenants/{tenant.Id}/features/{Disclosure}/off", answer.Headers.Location!.OriginalString);
        Assert.Equal(200, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task Asking_SaysWhatReadersLose()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("consequences");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var page = await office.ReadAsync($"admin/tenants/{tenant.Id}/features/{Disclosure}/off");

        // Assert
        Assert.Contains("没有首页", page.QuerySelector(".alert.is-bad")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/catalogue", page.QuerySelectorAll("main code").Select(code => code.TextContent));
    }

    [Fact]
    public async Task CoreFeature_WithAnotherNameTyped_StaysOn()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("not-confirmed");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await office.SubmitAsync($"admin/tenants/{tenant.Id}/features/{Disclosure}/off", ("Text", "another"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("another", (await Browser.ParseAsync(answer)).QuerySelector("input[name=Text]")!.GetAttribute("value"));
        Assert.Equal(200, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task CoreFeature_WithTheNameTyped_IsOffAndInTheHistory()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("confirmed");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await office.SubmitAsync($"admin/tenants/{tenant.Id}/features/{Disclosure}/off", ("Text", "confirmed"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(404, await _county.StatusAsync(tenant));
        Assert.Contains("信息公开", (await office.ReadAsync($"admin/tenants/{tenant.Id}")).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feature_ThatIsNoCoreFeature_IsNotAskedAbout()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("not-asked");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var status = await office.StatusAsync($"admin/tenants/{tenant.Id}/features/{TenantFeatures.Switching}/off");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }
}

public sealed class ConfirmFeatureOnSqliteTests(SqliteCounty county) : ConfirmFeatureTests(county), IClassFixture<SqliteCounty>;

public sealed class ConfirmFeatureOnPostgreSqlTests(PostgreSqlCounty county) : ConfirmFeatureTests(county), IClassFixture<PostgreSqlCounty>;
