using AgencyCMS.Data.Changes;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Tests.Changes;

public abstract class ChangeFollowerTests(DatabaseProvider provider) : ConsumerSuite(provider)
{
    private Tenant _tenant = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _tenant = await Stores.AddTenantAsync("finance");
    }

    [Theory]
    [InlineData(NoteEffect.ConsumerName)]
    [InlineData(FileConsumer.ConsumerName)]
    public async Task CatchUp_WithNews_AppliesThemInOrder(string consumer)
    {
        // Arrange
        await AppendAsync(_tenant, "a", "b", "a");

        // Act
        await CatchUpAsync(Stores, consumer, _tenant);

        // Assert
        Assert.Equal([1, 2, 3], await AppliedAsync(Stores, consumer, _tenant));
    }

    [Theory]
    [InlineData(NoteEffect.ConsumerName)]
    [InlineData(FileConsumer.ConsumerName)]
    public async Task CatchUp_Again_AppliesNothingTwice(string consumer)
    {
        // Arrange
        await AppendAsync(_tenant, "a", "b");
        await CatchUpAsync(Stores, consumer, _tenant);
        await AppendAsync(_tenant, "c");

        // Act
        await CatchUpAsync(Stores, consumer, _tenant);

        // Assert
        Assert.Equal([1, 2, 3], await AppliedAsync(Stores, consumer, _tenant));
    }

    [Theory]
    [InlineData(NoteEffect.ConsumerName)]
    [InlineData(FileConsumer.ConsumerName)]
    public async Task CatchUp_WithAFailingSubject_GoesOnWithTheOthers(string consumer)
    {
        // Arrange
        FailOn("b");
        await AppendAsync(_tenant, "a", "b", "c", "b", "a");

        // Act
        await CatchUpAsync(Stores, consumer, _tenant);

        // Assert
        Assert.Equal([1, 3, 5], await AppliedAsync(Stores, consumer, _tenant));
    }

    [Theory]
    [InlineData(NoteEffect.ConsumerName)]
    [InlineData(FileConsumer.ConsumerName)]
    public async Task CatchUp_WithAFailingSubject_KeepsItsErrorAndAttempts(string consumer)
    {
        // Arrange
        FailOn("b");
        await AppendAsync(_tenant, "b", "b");

        // Act
        await CatchUpAsync(Stores, consumer, _tenant);

        // Assert
        await using var db = Stores.Sessions.OpenCounty();
        var failures = await db.Set<ChangeFailureRow>().OrderBy(row => row.Sequence).Select(row => new { row.Consumer, row.Sequence, row.Attempts, row.LastError }).ToListAsync();
        Assert.Equivalent(
            new[] { new { Consumer = consumer, Sequence = 1L, Attempts = 1, LastError = (string?)"b is broken" }, new { Consumer = consumer, Sequence = 2L, Attempts = 0, LastError = (string?)null } },
            failures);
    }

    [Theory]
    [InlineData(NoteEffect.ConsumerName)]
    [InlineData(FileConsumer.ConsumerName)]
    public async Task CatchUp_BeforeItIsDue_DoesNotTryAgain(string consumer)
    {
        // Arrange
        FailOn("b");
        await AppendAsync(_tenant, "b");
        await CatchUpAsync(Stores, consumer, _tenant);
        FailOn();

        // Act
        Stores.Clock.Advance(TimeSpan.FromSeconds(1));
        await CatchUpAsync(Stores, consumer, _tenant);

        // Assert
        Assert.Empty(await AppliedAsync(Stores, consumer, _tenant));
    }

    [Theory]
    [InlineData(NoteEffect.ConsumerName)]
    [InlineData(FileConsumer.ConsumerName)]
    public async Task CatchUp_WhenItIsDue_AppliesTheSubjectsChangesInOrder(string consumer)
    {
        // Arrange
        FailOn("b");
        await AppendAsync(_tenant, "b", "a", "b");
        await CatchUpAsync(Stores, consumer, _tenant);
        await AppendAsync(_tenant, "b", "a");
        await CatchUpAsync(Stores, consumer, _tenant);
        FailOn();

        // Act
        Stores.Clock.Advance(TimeSpan.FromSeconds(2));
        await CatchUpAsync(Stores, consumer, _tenant);

        // Assert
        Assert.Equal([2, 5, 1, 3, 4], await AppliedAsync(Stores, consumer, _tenant));
        await using var db = Stores.Sessions.OpenCounty();
        Assert.Empty(await db.Set<ChangeFailureRow>().ToListAsync());
    }

    [Fact]
    public async Task CatchUp_FailingAgainAndAgain_WaitsLongerEachTime()
    {
        // Arrange
        FailOn("b");
        await AppendAsync(_tenant, "b");
        await CatchUpAsync(Stores, NoteEffect.ConsumerName, _tenant);

        // Act
        Stores.Clock.Advance(TimeSpan.FromSeconds(2));
        await CatchUpAsync(Stores, NoteEffect.ConsumerName, _tenant);

        // Assert
        await using var db = Stores.Sessions.OpenCounty();
        var failure = await db.Set<ChangeFailureRow>().SingleAsync();
        Assert.Equal((2, Stores.Clock.GetUtcNow().AddSeconds(4)), (failure.Attempts, failure.NextAttemptAt));
    }

    [Fact]
    public async Task CatchUp_OfAnEffectThatTimesOutByItself_CountsAsAFailure()
    {
        // Arrange
        Mishaps.At = (step, _) =>
        {
            if (step == ConsumerStep.BeforeCommit)
            {
                throw new TaskCanceledException("The mail server did not answer.");
            }
        };
        await AppendAsync(_tenant, "a");

        // Act
        await CatchUpAsync(Stores, NoteEffect.ConsumerName, _tenant);

        // Assert
        await using var db = Stores.Sessions.OpenCounty();
        Assert.Equal("The mail server did not answer.", (await db.Set<ChangeFailureRow>().SingleAsync()).LastError);
    }

    [Fact]
    public async Task CatchUp_OfAnEffectThatAlwaysConflicts_CountsAsAFailure()
    {
        // Arrange
        Mishaps.At = (step, _) =>
        {
            if (step == ConsumerStep.BeforeCommit)
            {
                throw new DbUpdateConcurrencyException("A row of the effect itself was changed.");
            }
        };
        await AppendAsync(_tenant, "a");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        // Act
        await CatchUpAsync(Stores, NoteEffect.ConsumerName, _tenant, patience.Token);

        // Assert
        await using var db = Stores.Sessions.OpenCounty();
        Assert.Single(await db.Set<ChangeFailureRow>().ToListAsync());
    }

    [Theory]
    [InlineData(NoteEffect.ConsumerName)]
    [InlineData(FileConsumer.ConsumerName)]
    public async Task CatchUp_StoppedBetweenAnyTwoSteps_AppliesEverythingOnce(string consumer)
    {
        // Arrange
        var isStopped = true;
        for (var stopAt = 1; isStopped; stopAt++)
        {
            var tenant = await Stores.AddTenantAsync("tenant-" + stopAt);
            await AppendAsync(tenant, "a", "b", "a", "b", "c");

            // Act
            isStopped = await RunUntilStoppedAsync(consumer, tenant, stopAt);
            await RestartAsync();
            Stores.Clock.Advance(TimeSpan.FromHours(stopAt));
            await CatchUpAsync(Stores, consumer, tenant);

            // Assert
            var applied = await AppliedAsync(Stores, consumer, tenant);
            Assert.True(applied.Order().SequenceEqual([1, 2, 3, 4, 5]), $"Stopped at step {stopAt}, the effects are {string.Join(", ", applied)}.");
            Assert.True(applied.ToList().IndexOf(2) < applied.ToList().IndexOf(4), $"Stopped at step {stopAt}, the order within a subject is lost.");
        }
    }

    [Fact]
    public async Task TwoNodes_FollowingTheSameLog_ApplyASharedEffectOnce()
    {
        // Arrange
        await using var other = await OpenNodeAsync("node-2");
        var writing = Task.Run(() => AppendAsync(_tenant, Enumerable.Range(0, 60).Select(i => "subject-" + (i % 7))));

        // Act
        while (!writing.IsCompleted)
        {
            await Task.WhenAll(CatchUpAsync(Stores, NoteEffect.ConsumerName, _tenant), CatchUpAsync(other, NoteEffect.ConsumerName, _tenant));
        }
        await writing;
        await CatchUpAsync(other, NoteEffect.ConsumerName, _tenant);

        // Assert
        Assert.Equal(Enumerable.Range(1, 60).Select(number => (long)number), await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant));
    }

    [Fact]
    public async Task TwoNodes_OfWhichOneReadTheChangesBeforeTheOtherAppliedThem_ApplyThemOnce()
    {
        // Arrange
        await using var other = await OpenNodeAsync("node-2");
        await AppendAsync(_tenant, "a", "b");
        var changes = await Stores.Get<ChangeLog>().ReadAsync(_tenant.Id, 0, 10, CancellationToken.None);
        await CatchUpAsync(Stores, NoteEffect.ConsumerName, _tenant);

        // Act
        var apply = () => ConsumerOf(other, NoteEffect.ConsumerName).ApplyAsync(_tenant, changes, 2, CancellationToken.None);

        // Assert
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(apply);
        Assert.Equal([1, 2], await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant));
    }

    [Fact]
    public async Task TwoNodes_TryingTheSameFailureAgain_ApplyItOnce()
    {
        // Arrange
        await using var other = await OpenNodeAsync("node-2");
        FailOn("b");
        await AppendAsync(_tenant, "b", "b");
        await CatchUpAsync(Stores, NoteEffect.ConsumerName, _tenant);
        FailOn();
        Stores.Clock.Advance(TimeSpan.FromMinutes(1));
        other.Clock.Advance(TimeSpan.FromMinutes(1));

        // Act
        await Task.WhenAll(CatchUpAsync(Stores, NoteEffect.ConsumerName, _tenant), CatchUpAsync(other, NoteEffect.ConsumerName, _tenant));

        // Assert
        Assert.Equal([1, 2], await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant));
    }

    [Fact]
    public async Task TwoNodes_WithFilesOfTheirOwn_ApplyEverythingEach()
    {
        // Arrange
        await using var other = await OpenNodeAsync("node-2");
        await AppendAsync(_tenant, "a", "b");

        // Act
        await CatchUpAsync(Stores, FileConsumer.ConsumerName, _tenant);
        await CatchUpAsync(other, FileConsumer.ConsumerName, _tenant);

        // Assert
        Assert.Equal([1, 2], await AppliedAsync(other, FileConsumer.ConsumerName, _tenant));
    }

    // A batch with a change of subject b fails until the step at which the process is stopped.
    private async Task<bool> RunUntilStoppedAsync(string consumer, Tenant tenant, int stopAt)
    {
        using var stop = new CancellationTokenSource();
        var step = 0;
        var failures = 2;
        Mishaps.At = (at, changes) =>
        {
            if (++step == stopAt)
            {
                stop.Cancel();
                throw new OperationCanceledException(stop.Token);
            }
            if (at == ConsumerStep.BeforeCommit && changes.Any(change => change.SubjectId == "b") && failures-- > 0)
            {
                throw new InvalidOperationException("b is broken");
            }
        };
        try
        {
            await CatchUpAsync(Stores, consumer, tenant, stop.Token);
            Stores.Clock.Advance(TimeSpan.FromSeconds(2));
            await CatchUpAsync(Stores, consumer, tenant, stop.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private void FailOn(params string[] subjects) => Mishaps.At = (step, changes) =>
    {
        if (step == ConsumerStep.BeforeCommit && changes.FirstOrDefault(change => subjects.Contains(change.SubjectId)) is { } change)
        {
            throw new InvalidOperationException(change.SubjectId + " is broken");
        }
    };

    public sealed class OnSqlite() : ChangeFollowerTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : ChangeFollowerTests(DatabaseProvider.PostgreSql);
}
