using AgencyCMS.Data.Stores;

namespace AgencyCMS.Accounts.Tests.Fixtures;

/// <summary>A county that the tests of a collection share. Each test makes people of its own; the clock only goes forward.</summary>
public abstract class SharedCounty(DatabaseProvider provider) : IAsyncLifetime
{
    public County County { get; private set; } = null!; // xunit initialises before the first test

    public async Task InitializeAsync() => County = await County.StartAsync(provider);

    public async Task DisposeAsync() => await County.DisposeAsync();
}

public sealed class SqliteCounty() : SharedCounty(DatabaseProvider.Sqlite);

public sealed class PostgreSqlCounty() : SharedCounty(DatabaseProvider.PostgreSql);

[CollectionDefinition(Name)]
public sealed class OnSqlite : ICollectionFixture<SqliteCounty>
{
    public const string Name = "county on SQLite";
}

[CollectionDefinition(Name)]
public sealed class OnPostgreSql : ICollectionFixture<PostgreSqlCounty>
{
    public const string Name = "county on PostgreSQL";
}
