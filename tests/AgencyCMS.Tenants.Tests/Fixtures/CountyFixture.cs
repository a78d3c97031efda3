using AgencyCMS.Data.Stores;

namespace AgencyCMS.Tenants.Tests.Fixtures;

/// <summary>One county for all tests of a class. Each test works on tenants of its own.</summary>
public abstract class CountyFixture(DatabaseProvider provider) : IAsyncLifetime
{
    private County? _county;

    public County County => _county!; // xunit starts it before the first test

    public async Task InitializeAsync() => _county = await County.StartAsync(provider);

    public async Task DisposeAsync() => await County.DisposeAsync();
}

public sealed class SqliteCounty() : CountyFixture(DatabaseProvider.Sqlite);

public sealed class PostgreSqlCounty() : CountyFixture(DatabaseProvider.PostgreSql);
