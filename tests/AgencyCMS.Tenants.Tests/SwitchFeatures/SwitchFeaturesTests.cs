using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Tenants.Tests.Fixtures;

namespace AgencyCMS.Tenants.Tests.SwitchFeatures;

public abstract class SwitchFeaturesTests(CountyFixture fixture)
{
    private const string Disclosure = "AgencyCMS.Disclosure";
    private readonly County _county = fixture.County;

    [Fact]
    public async Task SwitchedOff_TakesItsPagesAwayAtOnce()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("without-catalogue");
        Assert.Equal(200, await _county.StatusAsync(tenant, "catalogue"));

        // Act
        var outcome = await _county.Lifecycle.DisableFeatureAsync(tenant.Id, Disclosure, Actor.System, CancellationToken.None);

        // Assert
        Assert.Empty(outcome.Problems);
        Assert.Equal(404, await _county.StatusAsync(tenant, "catalogue"));
    }

    [Fact]
    public async Task SwitchedOff_StaysOnForTheNeighbour()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("switched");
        var neighbour = await _county.AddAgencyAsync("not-switched");

        // Act
        await _county.Lifecycle.DisableFeatureAsync(tenant.Id, Disclosure, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(200, await _county.StatusAsync(neighbour, "catalogue"));
    }

    [Fact]
    public async Task Switching_UnderLoad_FailsNoRequest()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("under-load");
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReadUntilAsync("under-load/catalogue", stop.Token))).ToList();

        // Act
        for (var i = 0; i < 20; i++)
        {
            Assert.Empty((await _county.Lifecycle.DisableFeatureAsync(tenant.Id, Disclosure, Actor.System, CancellationToken.None)).Problems);
            Assert.Empty((await _county.Lifecycle.EnableFeatureAsync(tenant.Id, Disclosure, Actor.System, CancellationToken.None)).Problems);
        }
        await stop.CancelAsync();

        // Assert
        var statuses = (await Task.WhenAll(readers)).SelectMany(seen => seen).ToList();
        Assert.NotEmpty(statuses);
        Assert.All(statuses, status => Assert.True(status is 200 or 404, $"A request failed with {status}."));
    }

    [Fact]
    public async Task CountyFeature_CannotBeSwitchedOnForAnAgency()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("ambitious");

        // Act
        var outcome = await _county.Lifecycle.EnableFeatureAsync(tenant.Id, TenantFeatures.Console, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(["features.county-only"], outcome.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task FeatureThatIsAlwaysOn_CannotBeSwitchedOff()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("steady");

        // Act
        var outcome = await _county.Lifecycle.DisableFeatureAsync(tenant.Id, TenantFeatures.Switching, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(["features.always-enabled"], outcome.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task ThemeOfTheSite_CannotBeSwitchedOff()
    {
        // Arrange
        var tenant = await _county.AddAgencyAsync("themed");

        // Act
        var outcome = await _county.Lifecycle.DisableFeatureAsync(tenant.Id, tenant.Theme, Actor.System, CancellationToken.None);

        // Assert
        Assert.Equal(["tenants.theme-in-use"], outcome.Problems.Select(problem => problem.Code));
    }

    private async Task<List<int>> ReadUntilAsync(string path, CancellationToken stop)
    {
        using var client = _county.Host.CreateClient();
        var statuses = new List<int>();
        do
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), CancellationToken.None);
            statuses.Add((int)answer.StatusCode);
        }
        while (!stop.IsCancellationRequested);
        return statuses;
    }
}

public sealed class SwitchFeaturesOnSqliteTests(SqliteCounty county) : SwitchFeaturesTests(county), IClassFixture<SqliteCounty>;

public sealed class SwitchFeaturesOnPostgreSqlTests(PostgreSqlCounty county) : SwitchFeaturesTests(county), IClassFixture<PostgreSqlCounty>;
