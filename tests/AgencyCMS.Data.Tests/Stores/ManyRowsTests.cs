using System.Globalization;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Tests.Stores;

/// <summary>Saves of hundreds of rows, which take a way of their own into SQLite.</summary>
public abstract class ManyRowsTests(DatabaseProvider provider) : SampleSuite(provider)
{
    private const int Many = 300;
    private Tenant _tenant = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _tenant = await Stores.AddTenantAsync("finance");
    }

    [Fact]
    public async Task Save_OfManyRows_KeepsEveryValue()
    {
        // Arrange
        await using var db = Stores.Sessions.Open(_tenant.Id);
        foreach (var index in Enumerable.Range(0, Many))
        {
            var row = Sample(IdOf(index), "正文 " + IdOf(index));
            (row.HappenedAt, row.State) = (DateTimeOffset.UnixEpoch.AddDays(index), SampleState.Closed);
            db.Add(row);
        }
        db.Append(SampleChanges.Of("many"));

        // Act
        var written = await db.SaveChangesAsync();

        // Assert
        await using var other = Stores.Sessions.Open(_tenant.Id);
        var rows = await other.Set<SampleRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        Assert.Equal(Many + 1, written);
        Assert.Equal(Enumerable.Range(0, Many).Select(IdOf), rows.Select(row => row.Id));
        Assert.All(rows, row => Assert.Equal((_tenant.Id.Value, "正文 " + row.Id, SampleState.Closed, new DateOnly(2026, 12, 18)), (row.TenantId, row.Text, row.State, row.DueOn)));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(Many - 1), rows[^1].HappenedAt);
    }

    [Fact]
    public async Task Row_WrittenWithMany_CanBeChangedInTheSameSession()
    {
        // Arrange
        await using var db = Stores.Sessions.Open(_tenant.Id);
        var rows = Stage(db);
        await db.SaveChangesAsync();

        // Act
        rows[7].Text = "changed";
        await db.SaveChangesAsync();

        // Assert
        await using var other = Stores.Sessions.Open(_tenant.Id);
        Assert.Equal("changed", (await other.Set<SampleRow>().SingleAsync(row => row.Id == rows[7].Id)).Text);
    }

    [Fact]
    public async Task Save_OfManyRowsOfWhichOneExists_WritesNothing()
    {
        // Arrange
        await using (var earlier = Stores.Sessions.Open(_tenant.Id))
        {
            earlier.Add(Sample(IdOf(Many - 1)));
            await earlier.SaveChangesAsync();
        }
        await using var db = Stores.Sessions.Open(_tenant.Id);
        Stage(db);

        // Act
        var save = () => db.SaveChangesAsync();

        // Assert
        await Assert.ThrowsAsync<DbUpdateException>(save);
        await using var other = Stores.Sessions.Open(_tenant.Id);
        Assert.Equal(1, await other.Set<SampleRow>().CountAsync());
        Assert.Equal(0, await Stores.Get<ChangeLog>().ReadHeadAsync(_tenant.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Save_ThatFailedOnceForAnotherRow_WritesAllTheSecondTime()
    {
        // Arrange: a change of a row that is gone fails after the many rows were written.
        await using var db = Stores.Sessions.Open(_tenant.Id);
        Stage(db);
        var ghost = Sample("ghost");
        ghost.TenantId = _tenant.Id.Value;
        db.Update(ghost);

        // Act
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        db.Entry(ghost).State = EntityState.Detached;
        await db.SaveChangesAsync();

        // Assert
        await using var other = Stores.Sessions.Open(_tenant.Id);
        Assert.Equal(Many, await other.Set<SampleRow>().CountAsync());
        Assert.Equal(Many, await Stores.Get<ChangeLog>().ReadHeadAsync(_tenant.Id, CancellationToken.None));
    }

    private static string IdOf(int index) => index.ToString("D4", CultureInfo.InvariantCulture);

    private static List<SampleRow> Stage(TenantDb db)
    {
        var rows = Enumerable.Range(0, Many).Select(index => Sample(IdOf(index))).ToList();
        foreach (var row in rows)
        {
            db.Add(row);
            db.Append(SampleChanges.Of(row.Id));
        }
        return rows;
    }

    public sealed class OnSqlite() : ManyRowsTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : ManyRowsTests(DatabaseProvider.PostgreSql);
}
