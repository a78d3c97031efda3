using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Tests.Stores;

public abstract class TenantMemoryTests(DatabaseProvider provider) : SampleSuite(provider)
{
    private TenantDb _finance = null!; // before each test
    private TenantDb _water = null!; // before each test
    private int _readings;

    private TenantGenerations Generations => Stores.Get<TenantGenerations>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _finance = Stores.Sessions.Open((await Stores.AddTenantAsync("finance")).Id);
        _water = Stores.Sessions.Open((await Stores.AddTenantAsync("water")).Id);
    }

    public override async Task DisposeAsync()
    {
        await _finance.DisposeAsync();
        await _water.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Get_ForTheSecondTime_ReadsNothing()
    {
        // Act
        await GetAsync(_finance);
        var value = await GetAsync(_finance);

        // Assert
        Assert.Equal("reading 1", value);
    }

    [Fact]
    public async Task Get_AfterACommittedChangeOfTheTenant_ReadsAgain()
    {
        // Arrange
        await GetAsync(_finance);

        // Act
        await AppendAsync(_finance);
        var value = await GetAsync(_finance);

        // Assert
        Assert.Equal("reading 2", value);
    }

    [Fact]
    public async Task Get_AfterAChangeOfAnotherTenant_ReadsNothing()
    {
        // Arrange
        await GetAsync(_finance);

        // Act
        await AppendAsync(_water);
        var value = await GetAsync(_finance);

        // Assert
        Assert.Equal("reading 1", value);
    }

    [Fact]
    public async Task Get_ForAnotherTenant_ReadsItsOwn()
    {
        // Arrange
        await GetAsync(_finance);

        // Act
        var value = await GetAsync(_water);

        // Assert
        Assert.Equal("reading 2", value);
    }

    [Fact]
    public async Task Value_ReadWhileTheTenantChanged_IsNotKept()
    {
        // Arrange
        await Stores.Get<TenantMemory>().GetAsync(_finance, () =>
        {
            Generations.Advance(new TenantId(_finance.CurrentTenantId));
            return Task.FromResult("outdated");
        });

        // Act
        var value = await GetAsync(_finance);

        // Assert
        Assert.Equal("reading 1", value);
    }

    [Fact]
    public async Task Value_ReadInATransaction_IsNotKept()
    {
        // Arrange
        await using (await _finance.Database.BeginTransactionAsync())
        {
            await GetAsync(_finance);
        }

        // Act
        var value = await GetAsync(_finance);

        // Assert
        Assert.Equal("reading 2", value);
    }

    private static async Task AppendAsync(TenantDb db)
    {
        db.Append(SampleChanges.Of("a"));
        await db.SaveChangesAsync();
    }

    private ValueTask<string> GetAsync(TenantDb db) => Stores.Get<TenantMemory>().GetAsync(db, () => Task.FromResult(FormattableString.Invariant($"reading {++_readings}")));

    public sealed class OnSqlite() : TenantMemoryTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : TenantMemoryTests(DatabaseProvider.PostgreSql);
}
