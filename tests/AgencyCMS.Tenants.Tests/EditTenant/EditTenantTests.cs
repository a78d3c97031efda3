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

    [Fact]
    public async Task Edit_OfTheRecord_WorksAtOnce()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("old-name");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await office.SubmitAsync($"admin/tenants/{tenant.Id}/edit", ("Title", "澄岚县审计局"), ("Prefix", "new-path"), ("Hosts", "sjj.example.gov.cn"));

        // Assert
        Assert.Equal($"/admin/tenants/{tenant.Id}", answer.Headers.Location!.OriginalString);
        Assert.Equal("澄岚县审计局", _county.Directory.Find(tenant.Id)!.Title);
        Assert.Equal(200, await _county.StatusAsync(tenant with { Prefix = "new-path" }));
        Assert.Equal(200, await _county.StatusAsync(tenant with { Hosts = ["sjj.example.gov.cn"] }));
    }

    [Fact]
    public async Task Edit_WithFaults_ComesBackWithEverythingTyped()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("faulty");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await office.SubmitAsync($"admin/tenants/{tenant.Id}/edit", ("Title", ""), ("Name", "admin"), ("Prefix", "a/b"), ("Hosts", "http://c"), ("SiteCode", "1"));

        // Assert
        var page = await Browser.ParseAsync(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(("admin", "a/b", "1"), (Value("Name"), Value("Prefix"), Value("SiteCode")));
        Assert.Equal("http://c", page.QuerySelector("textarea[name=Hosts]")!.TextContent.Trim());
        Assert.Equal(["#Hosts", "#Name", "#Prefix", "#SiteCode", "#Title"], page.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")!).Distinct().Order(StringComparer.Ordinal));

        string? Value(string name) => page.QuerySelector($"input[name={name}]")!.GetAttribute("value");
    }

    [Fact]
    public async Task Edit_ToTheNameOfTheNeighbour_IsRefused()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("envious");
        await _county.AddAgencyAsync("envied");
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await office.SubmitAsync($"admin/tenants/{tenant.Id}/edit", ("Name", "envied"));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("envious", _county.Directory.Find(tenant.Id)!.Name);
    }
}

public sealed class EditTenantOnSqliteTests(SqliteCounty county) : EditTenantTests(county), IClassFixture<SqliteCounty>;

public sealed class EditTenantOnPostgreSqlTests(PostgreSqlCounty county) : EditTenantTests(county), IClassFixture<PostgreSqlCounty>;
