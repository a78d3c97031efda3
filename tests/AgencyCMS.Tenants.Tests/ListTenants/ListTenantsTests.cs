using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Tenants.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Tenants.Tests.ListTenants;

/// <summary>A province's worth of records in the list.</summary>
public abstract class ListTenantsTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const int Count = 10_000;
    private County _county = null!; // xunit starts it before the test

    public async Task InitializeAsync()
    {
        _county = await County.StartAsync(provider);
        await using var db = _county.Get<StoreSessions>().OpenCounty();
        var table = provider == DatabaseProvider.PostgreSql ? "county.tenants" : "tenants";
#pragma warning disable EF1002 // The table's name is one of two constants.
        await db.Database.ExecuteSqlRawAsync(
            $$"""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {{Count}})
            INSERT INTO {{table}} (name, title, kind, state, prefix, store, culture, time_zone, theme, features, site_code, version, created_at)
            SELECT 'bureau-' || n, '第' || n || '局', 'Department', CASE WHEN n % 10 = 0 THEN 'Suspended' ELSE 'Running' END, 'bureau-' || n, '', 'zh-CN', 'Asia/Shanghai', '', '[]', '', 1, n FROM numbers
            """);
#pragma warning restore EF1002
        await _county.Get<TenantRecords>().LoadAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await _county.DisposeAsync();

    [Theory]
    [InlineData("admin/tenants?sort=-created&page=500", "第21局", "第2局")]
    [InlineData("admin/tenants?sort=created&state=Suspended", "第10局", "第200局")]
    [InlineData("admin/tenants?search=bureau-777&sort=created", "第777局", "第7779局")]
    [InlineData("admin/tenants?search=第4321局", "第4321局", "第4321局")]
    public async Task Address_SaysWhatIsShown(string address, string first, string last)
    {
        // Arrange
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var page = await office.ReadAsync(address);

        // Assert
        var titles = page.QuerySelectorAll("tbody th a").Select(link => link.TextContent).Where(title => title != "澄岚县人民政府").ToList();
        Assert.Equal((first, last), (titles[0], titles[^1]));
    }

    [Fact]
    public async Task Page_BeyondTheLast_ShowsTheLast()
    {
        // Arrange
        using var office = await _county.SignInToOfficeAsync();

        // Act
        var page = await office.ReadAsync("admin/tenants?page=99999");

        // Assert
        Assert.Equal("501", page.QuerySelector(".pager [aria-current]")!.TextContent);
    }
}

public sealed class ListTenantsOnSqliteTests() : ListTenantsTests(DatabaseProvider.Sqlite);

public sealed class ListTenantsOnPostgreSqlTests() : ListTenantsTests(DatabaseProvider.PostgreSql);
