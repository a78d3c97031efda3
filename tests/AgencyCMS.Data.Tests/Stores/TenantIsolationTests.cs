using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Tests.Stores;

public abstract class TenantIsolationTests(DatabaseProvider provider) : SampleSuite(provider)
{
    private Tenant _own = null!;
    private Tenant _neighbour = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _own = await Stores.AddTenantAsync("finance");
        _neighbour = await Stores.AddTenantAsync("neighbour");
        await using var db = Stores.Sessions.Open(_neighbour.Id);
        db.Add(Sample("shared-id", "the neighbour's"));
        db.Append(SampleChanges.Of("shared-id"));
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task Query_OfOneTenant_DoesNotSeeTheNeighboursRows()
    {
        // Act
        await using var db = Stores.Sessions.Open(_own.Id);
        var seen = await db.Set<SampleRow>().ToListAsync();

        // Assert
        Assert.Empty(seen);
    }

    [Fact]
    public async Task Query_WithoutTheFilter_DoesNotSeeTheNeighboursRows()
    {
        // Act
        await using var db = Stores.Sessions.Open(_own.Id);
        var seen = await db.Set<SampleRow>().IgnoreQueryFilters().ToListAsync();

        // Assert
        Assert.Empty(seen);
    }

    [Fact]
    public async Task Find_ByTheNeighboursKey_FindsNothing()
    {
        // Act
        await using var db = Stores.Sessions.Open(_own.Id);
        var found = await db.FindAsync<SampleRow>(_neighbour.Id.Value, "shared-id");

        // Assert
        Assert.Null(found);
    }

    [Fact]
    public async Task Save_OfANewRow_StampsTheTenant()
    {
        // Arrange
        var row = Sample("new");

        // Act
        await using var db = Stores.Sessions.Open(_own.Id);
        db.Add(row);
        await db.SaveChangesAsync();

        // Assert
        Assert.Equal(_own.Id.Value, row.TenantId);
    }

    [Fact]
    public async Task Save_OfTheSameIdAsTheNeighbours_KeepsBoth()
    {
        // Arrange
        await using (var db = Stores.Sessions.Open(_own.Id))
        {
            db.Add(Sample("shared-id", "our own"));
            await db.SaveChangesAsync();
        }

        // Act
        await using var theirs = Stores.Sessions.Open(_neighbour.Id);
        var text = (await theirs.Set<SampleRow>().SingleAsync()).Text;

        // Assert
        Assert.Equal("the neighbour's", text);
    }

    [Fact]
    public async Task Save_OfARowOfTheNeighbour_IsRefused()
    {
        // Arrange
        var row = Sample("foreign");
        row.TenantId = _neighbour.Id.Value;
        await using var db = Stores.Sessions.Open(_own.Id);
        db.Add(row);

        // Act
        var save = () => db.SaveChangesAsync();

        // Assert
        await Assert.ThrowsAsync<InvalidOperationException>(save);
    }

    [Fact]
    public async Task Delete_OfEverything_LeavesTheNeighboursRows()
    {
        // Arrange
        await using (var db = Stores.Sessions.Open(_own.Id))
        {
            await db.Set<SampleRow>().IgnoreQueryFilters().ExecuteDeleteAsync();
        }

        // Act
        await using var theirs = Stores.Sessions.Open(_neighbour.Id);
        var left = await theirs.Set<SampleRow>().CountAsync();

        // Assert
        Assert.Equal(1, left);
    }

    [Fact]
    public async Task ChangeLog_OfOneTenant_DoesNotShowTheNeighboursChanges()
    {
        // Act
        var changes = await Stores.Get<Data.Changes.ChangeLog>().ReadAsync(_own.Id, 0, 10, CancellationToken.None);

        // Assert
        Assert.Empty(changes);
    }

    public sealed class OnSqlite() : TenantIsolationTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : TenantIsolationTests(DatabaseProvider.PostgreSql);
}
