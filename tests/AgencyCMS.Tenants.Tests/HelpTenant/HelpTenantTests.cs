using System.Net;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Tenants.Tests.HelpTenant;

public abstract class HelpTenantTests(CountyFixture fixture)
{
    private const string Reason = "按电话请求协助修改目录";
    private readonly County _county = fixture.County;

    [Fact]
    public async Task Office_WithoutAVisit_MayNotEnterTheAgency()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("not-helped");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var status = await office.StatusAsync("/not-helped/admin");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.NotNull(tenant);
    }

    [Fact]
    public async Task Visit_WithAReason_OpensTheAgencyUntilItsTimeIsOver()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("helped");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await StartAsync(office, tenant);

        // Assert
        Assert.Equal("/helped/admin", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await office.StatusAsync("/helped/admin/settings"));
        _county.Clock.Pass(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Forbidden, await office.StatusAsync("/helped/admin/settings"));
    }

    [Fact]
    public async Task Visit_ToOneAgency_OpensNoNeighbour()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("visited");
        await _county.AddAgencyAsync("not-visited");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await StartAsync(office, tenant);

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, await office.StatusAsync("/not-visited/admin"));
    }

    [Fact]
    public async Task Visit_StandsInTheHistoryOfTheAgency()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("recorded");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await StartAsync(office, tenant);

        // Assert
        var history = (await office.ReadAsync($"admin/tenants/{tenant.Id}")).QuerySelector(".timeline")!.TextContent;
        Assert.Contains("县公开办进入协助", history, StringComparison.Ordinal);
        Assert.Contains(Reason, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visit_IsToldToTheAgencyOnItsFirstPage()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("told");
        using var office = await _county.SignInToOfficeAsync();
        using var editor = await _county.SignInAsync(tenant, "Editor");

        // Act
        using var answer = await StartAsync(office, tenant);

        // Assert
        Assert.Contains(Reason, (await editor.ReadAsync("admin")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visit_EndedByTheOffice_IsOverAtOnce()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("ended-by-office");
        using var office = await _county.SignInToOfficeAsync();
        using var started = await StartAsync(office, tenant);

        // Act
        using var answer = await office.SubmitAsync(await office.ReadAsync($"admin/tenants/{tenant.Id}"), "/end");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, await office.StatusAsync("/ended-by-office/admin"));
        Assert.Contains("县公开办协助结束", (await office.ReadAsync($"admin/tenants/{tenant.Id}")).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "30")]
    [InlineData("忙", "30")]
    [InlineData(Reason, "100000")]
    [InlineData(Reason, "-5")]
    public async Task Visit_WithoutAReasonOrALimit_IsRefusedWithWhatWasTyped(string reason, string minutes)
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("refused-" + Guid.NewGuid().ToString("N")[..8]);
        using var office = await _county.SignInToOfficeAsync();
        var page = await office.ReadAsync($"admin/tenants/{tenant.Id}/help");

        // Act
        using var answer = await office.SubmitAsync(page, "/help", ("Reason", reason), ("Minutes", minutes));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(reason, (await Browser.ParseAsync(answer)).QuerySelector("textarea[name=Reason]")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Forbidden, await office.StatusAsync($"/{tenant.Name}/admin"));
    }

    [Fact]
    public async Task Visits_BegunAtTheSameMoment_AreOneThatCanBeEnded()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("pressed-twice");
        using var office = await _county.SignInToOfficeAsync();
        var page = await office.ReadAsync($"admin/tenants/{tenant.Id}/help");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.SubmitAsync(page, "/help", ("Reason", Reason), ("Minutes", "30")))));
        var shown = await office.ReadAsync($"admin/tenants/{tenant.Id}");

        // Act
        using var answer = await office.SubmitAsync(shown, "/end");

        // Assert
        Assert.Single(shown.QuerySelectorAll("form[action$='/end']"));
        Assert.Equal(HttpStatusCode.Forbidden, await office.StatusAsync("/pressed-twice/admin"));
    }

    [Fact]
    public async Task Agency_MayNotLetItselfIn()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("curious");
        var neighbour = await _county.AddAgencyAsync("neighbour-of-curious");
        using var administrator = await _county.SignInAsync(tenant, "SiteAdministrator");

        // Act
        var status = await administrator.StatusAsync($"/admin/tenants/{neighbour.Id}/help");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    private static async Task<HttpResponseMessage> StartAsync(Browser office, Tenant tenant) =>
        await office.SubmitAsync(await office.ReadAsync($"admin/tenants/{tenant.Id}/help"), "/help", ("Reason", Reason), ("Minutes", "30"));
}

public sealed class HelpTenantOnSqliteTests(SqliteCounty county) : HelpTenantTests(county), IClassFixture<SqliteCounty>;

public sealed class HelpTenantOnPostgreSqlTests(PostgreSqlCounty county) : HelpTenantTests(county), IClassFixture<PostgreSqlCounty>;
