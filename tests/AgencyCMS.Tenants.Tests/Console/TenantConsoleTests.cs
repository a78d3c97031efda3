using System.Net;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Tenants.Tests.Console;

public sealed class TenantConsoleTests(SqliteCounty fixture) : IClassFixture<SqliteCounty>
{
    private readonly County _county = fixture.County;

    [Fact]
    public async Task NewTenant_FromOneForm_IsOpenAtOnce()
    {
        // Arrange
        using var office = await SignInAsync();

        // Act
        using var answer = await office.SubmitAsync("admin/tenants/new", ("Title", "澄岚县财政局"), ("Name", "finance"), ("Kind", "Department"), ("Recipe", "agency"), ("Hosts", ""));

        // Assert
        var tenant = _county.Directory.FindByName("finance")!;
        Assert.Equal($"/admin/tenants/{tenant.Id}", answer.Headers.Location!.OriginalString);
        Assert.Equal(200, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task NewTenant_WithFaults_ComesBackWithEverythingTyped()
    {
        // Arrange
        using var office = await SignInAsync();

        // Act
        using var answer = await office.SubmitAsync(
            "admin/tenants/new", ("Title", "澄岚县教育局"), ("Name", "admin"), ("Kind", "Township"), ("Recipe", "township"), ("Prefix", "edu/x"), ("Hosts", "a b\nhttp://c"), ("SiteCode", "1"));

        // Assert
        var page = await Browser.ParseAsync(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ("澄岚县教育局", "admin", "edu/x", "1"),
            (Value("Title"), Value("Name"), Value("Prefix"), Value("SiteCode")));
        Assert.Equal("a b\nhttp://c", page.QuerySelector("textarea[name=Hosts]")!.TextContent.Trim());
        Assert.Equal("township", page.QuerySelector("select[name=Recipe] option[selected]")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("input[name=Name]")!.GetAttribute("aria-invalid"));
        Assert.Equal(["#Hosts", "#Name", "#Prefix", "#SiteCode"], page.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")!).Distinct().Order(StringComparer.Ordinal));

        string? Value(string name) => page.QuerySelector($"input[name={name}]")!.GetAttribute("value");
    }

    [Fact]
    public async Task Suspend_AfterTheConfirmPage_IsShownOnTheDetails()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("to-suspend");
        using var office = await SignInAsync();

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
        using var office = await SignInAsync();

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
        using var office = await SignInAsync();

        // Act
        using var answer = await office.SubmitAsync($"admin/tenants/{tenant.Id}/delete", ("Text", "to-delete"));

        // Assert
        Assert.Equal(TenantState.Deleted, _county.Directory.Find(tenant.Id)!.State);
        var page = await office.ReadAsync(answer.Headers.Location!.OriginalString);
        Assert.NotNull(page.QuerySelector($"a[href='/admin/tenants/{tenant.Id}/restore']"));
    }

    [Fact]
    public async Task Edit_ByTwo_ShowsTheSecondWhatHappened()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("two-editors");
        using var office = await SignInAsync();
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
    public async Task Export_IsDownloadedAsAZip()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("to-export");
        using var office = await SignInAsync();
        var page = await office.ReadAsync($"admin/tenants/{tenant.Id}");

        // Act
        using var answer = await office.SubmitAsync(page, "/export");

        // Assert
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[..2]);
    }

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
        using var office = await SignInAsync();

        // Act
        var status = await office.StatusAsync(path);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private Task<Browser> SignInAsync() => _county.SignInAsync(_county.Directory.County!, "CountyAdministrator");
}
