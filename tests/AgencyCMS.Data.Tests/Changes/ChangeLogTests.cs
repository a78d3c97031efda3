using System.Collections.Concurrent;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Tests.Changes;

public abstract class ChangeLogTests(DatabaseProvider provider) : SampleSuite(provider)
{
    private Tenant _tenant = null!;

    private ChangeLog Log => Stores.Get<ChangeLog>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _tenant = await Stores.AddTenantAsync("finance");
    }

    [Fact]
    public async Task Save_WithChanges_NumbersThemInOrder()
    {
        // Arrange
        await using var db = Stores.Sessions.Open(_tenant.Id);
        db.Append(SampleChanges.Of("first"));
        db.Append(SampleChanges.Of("second"));

        // Act
        await db.SaveChangesAsync();

        // Assert
        var changes = await Log.ReadAsync(_tenant.Id, 0, 10, CancellationToken.None);
        Assert.Equal([(1, "first"), (2, "second")], changes.Select(change => (change.Sequence, change.SubjectId)));
    }

    [Fact]
    public async Task Save_ThatFails_LeavesNoChange()
    {
        // Arrange
        await SaveAsync("taken");
        await using var db = Stores.Sessions.Open(_tenant.Id);
        db.Add(Sample("taken"));
        db.Append(SampleChanges.Of("taken"));

        // Act
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        // Assert
        Assert.Single(await Log.ReadAsync(_tenant.Id, 0, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Save_RepeatedAfterAFailure_NumbersItsChangesAnew()
    {
        // Arrange
        await SaveAsync("taken");
        await using var db = Stores.Sessions.Open(_tenant.Id);
        var row = Sample("taken");
        db.Add(row);
        db.Append(SampleChanges.Of("repeated"));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        await SaveAsync("meanwhile");

        // Act
        db.Entry(row).State = EntityState.Detached;
        await db.SaveChangesAsync();

        // Assert
        var changes = await Log.ReadAsync(_tenant.Id, 0, 10, CancellationToken.None);
        Assert.Equal([(1, "taken"), (2, "meanwhile"), (3, "repeated")], changes.Select(change => (change.Sequence, change.SubjectId)));
    }

    [Fact]
    public async Task Save_FailingInsideATransactionThatGoesOn_LeavesNoGap()
    {
        // Arrange
        await SaveAsync("taken");
        await using var db = Stores.Sessions.Open(_tenant.Id);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            var row = Sample("taken");
            db.Add(row);
            db.Append(SampleChanges.Of("repeated"));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.Entry(row).State = EntityState.Detached;

            // Act
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        // Assert
        var changes = await Log.ReadAsync(_tenant.Id, 0, 10, CancellationToken.None);
        Assert.Equal([(1, "taken"), (2, "repeated")], changes.Select(change => (change.Sequence, change.SubjectId)));
    }

    [Fact]
    public async Task Rollback_OfATransaction_GivesItsNumbersBack()
    {
        // Arrange
        await using (var db = Stores.Sessions.Open(_tenant.Id))
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Append(SampleChanges.Of("rolled-back"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        }

        // Act
        await SaveAsync("kept");

        // Assert
        var change = Assert.Single(await Log.ReadAsync(_tenant.Id, 0, 10, CancellationToken.None));
        Assert.Equal((1, "kept"), (change.Sequence, change.SubjectId));
    }

    [Fact]
    public async Task Reader_FollowingConcurrentWriters_MissesNothing()
    {
        // Arrange
        const int writers = 6;
        const int each = 15;
        var seen = new List<long>();
        var written = Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                await SaveAsync($"{writer}-{i}");
            }
        })));

        // Act
        while (seen.Count < writers * each)
        {
            var isOver = written.IsCompleted;
            var news = await Log.ReadAsync(_tenant.Id, seen.LastOrDefault(), 7, CancellationToken.None);
            seen.AddRange(news.Select(change => change.Sequence));
            Assert.False(isOver && news.Count == 0, "The writers are done and a change was passed over.");
        }
        await written;

        // Assert
        Assert.Equal(Enumerable.Range(1, writers * each).Select(number => (long)number), seen);
    }

    [Fact]
    public async Task Head_OfALog_IsTheNumberOfItsLastChange()
    {
        // Arrange
        await SaveAsync("first");
        await SaveAsync("second");

        // Act
        var head = await Log.ReadHeadAsync(_tenant.Id, CancellationToken.None);

        // Assert
        Assert.Equal(2, head);
    }

    [Fact]
    public async Task Commit_WithChanges_RingsTheBellOnce()
    {
        // Arrange
        var rung = new ConcurrentQueue<TenantId>();
        Stores.Get<ChangeSignal>().Woken += rung.Enqueue;
        await using var db = Stores.Sessions.Open(_tenant.Id);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Append(SampleChanges.Of("first"));
        await db.SaveChangesAsync();
        db.Append(SampleChanges.Of("second"));
        await db.SaveChangesAsync();
        Assert.Empty(rung);

        // Act
        await transaction.CommitAsync();

        // Assert
        Assert.Equal([_tenant.Id], rung);
    }

    private async Task SaveAsync(string id)
    {
        await using var db = Stores.Sessions.Open(_tenant.Id);
        db.Add(Sample(id));
        db.Append(SampleChanges.Of(id));
        await db.SaveChangesAsync();
    }

    public sealed class OnSqlite() : ChangeLogTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : ChangeLogTests(DatabaseProvider.PostgreSql);
}
