using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Tests.County;

public abstract class TenantRecordsTests(DatabaseProvider provider) : SampleSuite(provider)
{
    private static readonly Tenant Finance = new()
    {
        Id = default,
        Name = "finance",
        Title = "县财政局",
        Kind = TenantKind.Department,
        State = TenantState.Running,
        Prefix = "finance",
        Hosts = ["czj.example.gov.cn"],
        Features = System.Collections.Frozen.FrozenSet.Create("AgencyCMS.Disclosure", "AgencyCMS.Search"),
        SiteCode = "3300000001",
    };

    [Fact]
    public async Task Add_OfARecord_IsReadBackWhole()
    {
        // Act
        var added = (await Stores.Records.AddAsync(Finance, CancellationToken.None)).Value;

        // Assert
        await using var other = await OpenNodeAsync("node-2");
        var read = other.Directory.Find(added.Id)!;
        Assert.Equivalent(Finance with { Id = added.Id, Version = 1, CreatedAt = Stores.Clock.GetUtcNow() }, read);
    }

    [Fact]
    public async Task Add_OfTakenNamePrefixAndHost_IsRefusedWithEveryReason()
    {
        // Arrange
        await Stores.Records.AddAsync(Finance, CancellationToken.None);

        // Act
        var refused = await Stores.Records.AddAsync(Finance, CancellationToken.None);

        // Assert
        Assert.Equal(["tenants.name-taken", "tenants.prefix-taken", "tenants.host-taken"], Codes(refused));
    }

    [Fact]
    public async Task Add_OfASecondCounty_IsRefused()
    {
        // Arrange
        await Stores.AddTenantAsync("county-office", TenantKind.CountyOffice);

        // Act
        var refused = await Stores.Records.AddAsync(Finance with { Kind = TenantKind.CountyOffice }, CancellationToken.None);

        // Assert
        Assert.Equal(["tenants.county-exists"], Codes(refused));
    }

    [Fact]
    public async Task Add_OfTheSameNameOnTwoNodesAtOnce_IsRefusedOnOne()
    {
        // Arrange
        await using var other = await OpenNodeAsync("node-2");

        // Act
        var outcomes = await Task.WhenAll(
            Task.Run(() => Stores.Records.AddAsync(Finance, CancellationToken.None)), Task.Run(() => other.Records.AddAsync(Finance, CancellationToken.None)));

        // Assert
        Assert.Single(outcomes, outcome => outcome.IsRefused);
    }

    [Fact]
    public async Task Update_OfAnOutdatedRecord_IsRefused()
    {
        // Arrange
        var read = (await Stores.Records.AddAsync(Finance, CancellationToken.None)).Value;
        await Stores.Records.UpdateAsync(read with { Title = "first" }, CancellationToken.None);

        // Act
        var refused = await Stores.Records.UpdateAsync(read with { Title = "second" }, CancellationToken.None);

        // Assert
        Assert.Equal(["tenants.changed-meanwhile"], Codes(refused));
    }

    [Fact]
    public async Task Update_OnTwoNodesAtOnce_IsRefusedOnOne()
    {
        // Arrange
        var read = (await Stores.Records.AddAsync(Finance, CancellationToken.None)).Value;
        await using var other = await OpenNodeAsync("node-2");

        // Act
        var outcomes = await Task.WhenAll(
            Task.Run(() => Stores.Records.UpdateAsync(read with { Title = "first" }, CancellationToken.None)),
            Task.Run(() => other.Records.UpdateAsync(read with { Title = "second" }, CancellationToken.None)));

        // Assert
        Assert.Equal(["tenants.changed-meanwhile"], Codes(Assert.Single(outcomes, outcome => outcome.IsRefused)));
    }

    [Fact]
    public async Task Update_ToTheNeighboursHost_IsRefused()
    {
        // Arrange
        await Stores.Records.AddAsync(Finance, CancellationToken.None);
        var own = await Stores.AddTenantAsync("own");

        // Act
        var refused = await Stores.Records.UpdateAsync(own with { Hosts = ["czj.example.gov.cn"] }, CancellationToken.None);

        // Assert
        Assert.Equal(["tenants.host-taken"], Codes(refused));
    }

    [Fact]
    public async Task Update_OfHosts_ReplacesThem()
    {
        // Arrange
        var read = (await Stores.Records.AddAsync(Finance, CancellationToken.None)).Value;

        // Act
        await Stores.Records.UpdateAsync(read with { Hosts = ["new.example.gov.cn"] }, CancellationToken.None);

        // Assert
        Assert.Null(Stores.Directory.FindByHost("czj.example.gov.cn"));
        Assert.Equal(read.Id, Stores.Directory.FindByHost("new.example.gov.cn")?.Id);
    }

    [Fact]
    public async Task Remove_OfTheLastRecord_DoesNotFreeItsId()
    {
        // Arrange
        var removed = (await Stores.Records.AddAsync(Finance, CancellationToken.None)).Value;
        await Stores.Records.RemoveAsync(removed.Id, CancellationToken.None);

        // Act
        var added = (await Stores.Records.AddAsync(Finance, CancellationToken.None)).Value;

        // Assert
        Assert.True(added.Id.Value > removed.Id.Value);
    }

    private static IEnumerable<string> Codes(Outcome<Tenant> outcome) => outcome.Problems.Select(problem => problem.Code);

    public sealed class OnSqlite() : TenantRecordsTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : TenantRecordsTests(DatabaseProvider.PostgreSql);
}
