using System.Net;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Tests.Fixtures;
using AgencyCMS.Testing.Browsing;

namespace AgencyCMS.Tenants.Tests.CreateTenant;

public abstract class CreateTenantTests(CountyFixture fixture)
{
    private readonly County _county = fixture.County;

    [Fact]
    public async Task Create_WithItsRecipe_OpensTheSiteAtOnce()
    {
        // Act
        var tenant = await _county.AddAgencyAsync("finance");

        // Assert
        Assert.Equal(TenantState.Running, tenant.State);
        Assert.Equal(200, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task Create_WithAHostName_AnswersUnderItAndUnderItsPath()
    {
        // Act
        var tenant = await _county.AddAgencyAsync("healthcare", "wjj.example.gov.cn");

        // Assert
        Assert.Equal(200, await _county.StatusAsync(tenant));
        Assert.Equal(200, await _county.StatusAsync(tenant with { Hosts = [] }));
    }

    [Fact]
    public async Task Create_WithSeveralFaults_TellsThemAllAtOnce()
    {
        // Act
        var outcome = await _county.TryAddAgencyAsync("Ämter!", wanted => wanted with { Title = " ", Hosts = ["http://x"], SiteCode = "12", Recipe = "none" });

        // Assert
        Assert.Equal(
            ["tenants.host-not-valid", "tenants.name-not-a-path", "tenants.recipe-not-found", "tenants.site-code-not-valid", "tenants.title-missing"],
            outcome.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Create_WithItsRecipe_KeepsRobotsOutOfItsAdministration()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("robotless");
        using var robot = new Browser(_county.Host.CreateClient(_county.Directory.County!));

        // Act
        var lines = (await robot.TextAsync("robots.txt")).Split('\n');

        // Assert
        Assert.Contains($"Disallow: /{tenant.Prefix}/admin", lines);
    }

    [Fact]
    public async Task Create_WithATitleThatIsReadBackwards_IsRefused()
    {
        // Act
        var outcome = await _county.TryAddAgencyAsync("backwards", wanted => wanted with { Title = "局\u202E政财" });

        // Assert
        Assert.Equal(["texts.character-unseen"], outcome.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("setup")]
    [InlineData("API")]
    public async Task Create_WithAReservedName_IsRefused(string name)
    {
        // Act
        var outcome = await _county.TryAddAgencyAsync(name);

        // Assert
        Assert.Equal(["tenants.name-reserved"], outcome.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("-x")]
    [InlineData("a--b")]
    [InlineData("财政局")]
    [InlineData("a/b")]
    [InlineData("..")]
    public async Task Create_WithANameThatIsNoPath_IsRefused(string name)
    {
        // Act
        var outcome = await _county.TryAddAgencyAsync(name);

        // Assert
        Assert.Equal(["tenants.name-not-a-path"], outcome.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Create_WithWhatOthersHave_NamesEveryClash()
    {
        // Arrange
        await _county.AddAgencyAsync("taken", "taken.example.gov.cn");

        // Act
        var outcome = await _county.TryAddAgencyAsync("taken", wanted => wanted with { Hosts = ["TAKEN.example.gov.cn"] });

        // Assert
        Assert.Equal(["tenants.host-taken", "tenants.name-taken", "tenants.prefix-taken"], outcome.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Create_WithAHostNameOfThePlatform_IsRefused()
    {
        // Act
        var outcome = await _county.TryAddAgencyAsync("greedy", wanted => wanted with { Hosts = ["localhost"] });

        // Assert
        Assert.Equal(["tenants.default-host"], outcome.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Create_OfASecondCountyOffice_IsRefused()
    {
        // Act
        var outcome = await _county.TryAddAgencyAsync("second-office", wanted => wanted with { Kind = TenantKind.CountyOffice, Recipe = "county" });

        // Assert
        Assert.Equal(["tenants.county-exists"], outcome.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Create_TwiceAtTheSameTime_MakesOneTenant()
    {
        // Act
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _county.TryAddAgencyAsync("contested")));

        // Assert
        Assert.Single(outcomes, outcome => !outcome.IsRefused);
        Assert.Equal(TenantState.Running, _county.Directory.FindByName("contested")!.State);
    }

    [Fact]
    public async Task NewTenant_FromOneForm_IsOpenAtOnce()
    {
        // Arrange
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await office.SubmitAsync("admin/tenants/new", ("Title", "澄岚县民政局"), ("Name", "civil-affairs"), ("Kind", "Department"), ("Recipe", "agency"), ("Hosts", ""));

        // Assert
        var tenant = _county.Directory.FindByName("civil-affairs")!;
        Assert.Equal($"/admin/tenants/{tenant.Id}", answer.Headers.Location!.OriginalString);
        Assert.Equal(200, await _county.StatusAsync(tenant));
    }

    [Fact]
    public async Task NewTenant_WithItsFirstAdministrator_ShowsThePasswordOnceAndItServes()
    {
        // Arrange
        using var office = await _county.SignInToOfficeAsync();

        // Act
        using var answer = await office.SubmitAsync(
            "admin/tenants/new", ("Title", "澄岚县司法局"), ("Name", "justice"), ("Kind", "Department"), ("Recipe", "agency"), ("UserName", "justice.admin"), ("DisplayName", "李明"));

        // Assert
        var shown = await office.ReadAsync(answer.Headers.Location!.OriginalString);
        var password = shown.QuerySelector(".alert code")!.TextContent;
        using var administrator = new Browser(_county.Host.CreateClient(_county.Directory.FindByName("justice")!));
        using var signedIn = await administrator.SignInAsync("justice.admin", password);
        Assert.StartsWith("/justice/account/password", signedIn.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Null((await office.ReadAsync(answer.Headers.Location!.OriginalString)).QuerySelector(".alert code"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("not a name")]
    public async Task NewTenant_WithAnAdministratorThatCannotBe_IsNotMade(string userName)
    {
        // Arrange
        using var office = await _county.SignInToOfficeAsync();
        var name = "unmade" + Math.Abs(userName.GetHashCode(StringComparison.Ordinal));

        // Act
        using var answer = await office.SubmitAsync(
            "admin/tenants/new", ("Title", "澄岚县林业局"), ("Name", name), ("Kind", "Department"), ("Recipe", "agency"), ("UserName", userName));

        // Assert
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(userName, (await Browser.ParseAsync(answer)).QuerySelector("input[name=UserName]")!.GetAttribute("value"));
        Assert.Null(_county.Directory.FindByName(name));
    }

    [Fact]
    public async Task NewTenant_WithTheNameOfSomebodyElse_GivesThatPersonNothing()
    {
        // Arrange
        await _county.TryAddAgencyAsync("first-come", wanted => wanted with { Administrator = new("taken.name", "", []) { Password = County.Password, MustBeNew = true } });

        // Act
        var outcome = await _county.TryAddAgencyAsync("second-come", wanted => wanted with { Administrator = new("TAKEN.name", "", []) { Password = County.Password, MustBeNew = true } });

        // Assert
        Assert.Equal(["accounts.user-name-taken"], outcome.Problems.Select(problem => problem.Code));
        Assert.Null(_county.Directory.FindByName("second-come"));
    }

    [Fact]
    public async Task NewTenant_WithFaults_ComesBackWithEverythingTyped()
    {
        // Arrange
        using var office = await _county.SignInToOfficeAsync();

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
}

public sealed class CreateTenantOnSqliteTests(SqliteCounty county) : CreateTenantTests(county), IClassFixture<SqliteCounty>;

public sealed class CreateTenantOnPostgreSqlTests(PostgreSqlCounty county) : CreateTenantTests(county), IClassFixture<PostgreSqlCounty>;
