using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Tests.Fixtures;

namespace AgencyCMS.Tenants.Tests.Lifecycle;

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
}

public sealed class CreateTenantOnSqliteTests(SqliteCounty county) : CreateTenantTests(county), IClassFixture<SqliteCounty>;

public sealed class CreateTenantOnPostgreSqlTests(PostgreSqlCounty county) : CreateTenantTests(county), IClassFixture<PostgreSqlCounty>;
