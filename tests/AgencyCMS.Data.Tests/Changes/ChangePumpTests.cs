using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Data.Tests.Sample;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Data.Tests.Changes;

public abstract class ChangePumpTests(DatabaseProvider provider) : ConsumerSuite(provider)
{
    private Tenant _tenant = null!;

    private ChangePump Pump => Stores.Get<ChangePump>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _tenant = await Stores.AddTenantAsync("finance");
        await Pump.StartAsync(CancellationToken.None);
    }

    public override async Task DisposeAsync()
    {
        await Pump.StopAsync(CancellationToken.None);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Commit_WithAChange_IsAppliedByEveryConsumer()
    {
        // Act
        await AppendAsync(_tenant, "a");
        await Eventually.IsTrueAsync(() => Pump.IsIdle, "the pump is idle");

        // Assert
        Assert.Equal([1], await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant));
        Assert.Equal([1], await AppliedAsync(Stores, FileConsumer.ConsumerName, _tenant));
    }

    [Fact]
    public async Task Start_WithChangesOfAnEarlierRun_CatchesUp()
    {
        // Arrange
        await Pump.StopAsync(CancellationToken.None);
        await AppendAsync(_tenant, "a");
        await RestartAsync();

        // Act
        await Pump.StartAsync(CancellationToken.None);

        // Assert
        await Eventually.IsTrueAsync(async () => (await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant)).Count == 1, "the change was applied");
    }

    [Fact]
    public async Task Round_ThatHangsOnOneTenantAfterAnother_DoesNotKeepAChangeWaiting()
    {
        // Arrange
        var names = new[] { "health", "water", "transport", "parks", "schools" };
        var tenants = new List<Tenant>();
        foreach (var name in names)
        {
            tenants.Add(await Stores.AddTenantAsync(name));
        }
        var last = tenants[^1];
        await Eventually.IsTrueAsync(() => Pump.IsIdle, "the pump is idle");
        var hanging = Stores.Get<HangingConsumer>();
        tenants.SkipLast(1).ToList().ForEach(tenant => hanging.Tenants[tenant.Id] = true);

        // Act
        Stores.Get<ChangeSignal>().Miss();
        await AppendAsync(last, "a");

        // Assert
        try
        {
            await Eventually.IsTrueAsync(async () => (await AppliedAsync(Stores, NoteEffect.ConsumerName, last)).Count == 1, "the change was applied");
        }
        finally
        {
            hanging.LetGo();
        }
    }

    [Fact]
    public async Task Change_ThatNobodyHeardOf_IsAppliedInTheRound()
    {
        // Arrange
        await Eventually.IsTrueAsync(() => Pump.IsIdle, "the pump is idle");
        await using (var other = await TestStores.OpenAsync(Database, Configure))
        {
            await using var db = other.Sessions.Open(_tenant.Id);
            db.Append(SampleChanges.Of("a"));
            await db.SaveChangesAsync();
        }
        Assert.Empty(await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant));

        // Act
        Stores.Get<ChangeSignal>().Miss();

        // Assert
        await Eventually.IsTrueAsync(async () => (await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant)).Count == 1, "the change was applied");
    }

    [Fact]
    public async Task Change_ThatNobodyHeardOf_MovesTheGenerationOnInTheRound()
    {
        // Arrange
        await Eventually.IsTrueAsync(() => Pump.IsIdle, "the pump is idle");
        var generations = Stores.Get<TenantGenerations>();
        await using (var other = await TestStores.OpenAsync(Database, Configure))
        {
            await using var db = other.Sessions.Open(_tenant.Id);
            db.Append(SampleChanges.Of("a"));
            await db.SaveChangesAsync();
        }
        var before = generations.Of(_tenant.Id);

        // Act
        Stores.Clock.Advance(TimeSpan.FromMinutes(5));

        // Assert
        await Eventually.IsTrueAsync(() => generations.Of(_tenant.Id) > before, "what was kept in memory is out of date");
    }

    [Fact]
    public async Task Consumer_ThatCannotReadItsPosition_DoesNotStopTheOthers()
    {
        // Arrange
        var isNotesTurn = true;
        Mishaps.At = (step, _) =>
        {
            if (step == ConsumerStep.ReadPosition && isNotesTurn)
            {
                isNotesTurn = false;
                throw new IOException("The disk is gone.");
            }
        };

        // Act
        await AppendAsync(_tenant, "a");
        await Eventually.IsTrueAsync(() => Pump.IsIdle, "the pump is idle");
        await AppendAsync(_tenant, "b");
        await Eventually.IsTrueAsync(() => Pump.IsIdle, "the pump is idle");

        // Assert
        Assert.Equal([1, 2], await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant));
        Assert.Equal([1, 2], await AppliedAsync(Stores, FileConsumer.ConsumerName, _tenant));
    }

    [Fact]
    public async Task Consumer_ThatTimesOutByItself_DoesNotStopThePump()
    {
        // Arrange
        var failures = 2;
        Mishaps.At = (step, _) =>
        {
            if (step == ConsumerStep.ReadPosition && failures-- > 0)
            {
                throw new TaskCanceledException("The share did not answer.");
            }
        };
        await AppendAsync(_tenant, "a");

        // Act
        await Eventually.IsTrueAsync(() => Pump.IsIdle || Pump.ExecuteTask!.IsCompleted, "the pump is idle");
        await AppendAsync(_tenant, "b");
        await Eventually.IsTrueAsync(() => Pump.IsIdle || Pump.ExecuteTask!.IsCompleted, "the pump is idle");

        // Assert
        Assert.Equal([1, 2], await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant));
    }

    [Fact]
    public async Task Failure_ThatIsDue_IsTriedAgainByItself()
    {
        // Arrange
        Mishaps.At = (step, changes) =>
        {
            if (step == ConsumerStep.BeforeCommit && changes.Count > 0)
            {
                throw new InvalidOperationException("broken");
            }
        };
        await AppendAsync(_tenant, "a");
        await Eventually.IsTrueAsync(() => Pump.IsIdle, "the pump is idle");
        Mishaps.At = (_, _) => { };

        // Act and assert: the clock is moved on in steps, as time passes.
        await Eventually.IsTrueAsync(
            async () =>
            {
                Stores.Clock.Advance(TimeSpan.FromSeconds(5));
                return (await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant)).Count == 1;
            },
            "the change was tried again");
    }

    [Fact]
    public async Task Stores_OutOfReachForAWhile_DoNotEndThePump()
    {
        // Arrange
        await using (var db = Stores.Sessions.OpenCounty())
        {
            await RenameFailuresAsync(db, "change_failures", "hidden_failures");
        }
        for (var i = 0; i < 3; i++)
        {
            Stores.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }
        await AppendAsync(_tenant, "a");
        await Eventually.IsTrueAsync(() => Pump.IsIdle || Pump.ExecuteTask!.IsCompleted, "the pump has met the fault");

        // Act
        await using (var db = Stores.Sessions.OpenCounty())
        {
            await RenameFailuresAsync(db, "hidden_failures", "change_failures");
        }
        await AppendAsync(_tenant, "b");
        await Eventually.IsTrueAsync(() => Pump.IsIdle || Pump.ExecuteTask!.IsCompleted, "the pump is idle");

        // Assert
        Assert.Equal([1, 2], await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant));
    }

    [Fact]
    public async Task Stop_WithABatchInHand_FinishesIt()
    {
        // Arrange
        using var gate = Gate.Before(Mishaps, ConsumerStep.BeforeApply);
        await AppendAsync(_tenant, "a");
        await gate.IsReachedAsync(consumers: 2);

        // Act: both consumers are at it when the host begins to shut down.
        var stop = Pump.StopAsync(CancellationToken.None);
        gate.Open();
        await stop;

        // Assert
        Assert.Equal([1], await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant));
        Assert.Equal([1], await AppliedAsync(Stores, FileConsumer.ConsumerName, _tenant));
    }

    [Fact]
    public async Task Stop_WhenTheHostsTimeIsOver_WaitsForTheBatchInHandToGiveUp()
    {
        // Arrange
        using var gate = Gate.Before(Mishaps, ConsumerStep.BeforeApply);
        await AppendAsync(_tenant, "a");
        await gate.IsReachedAsync(consumers: 2);

        // Act
        var stop = Pump.StopAsync(new CancellationToken(canceled: true));

        // Assert
        Assert.False(stop.IsCompleted);
        gate.Open();
        await stop;
        Assert.True(Pump.ExecuteTask!.IsCompleted);
    }

    [Fact]
    public async Task Stop_WithFurtherBatches_LeavesThemToTheNextStart()
    {
        // Arrange
        using var gate = Gate.Before(Mishaps, ConsumerStep.BeforeApply);
        await using (var db = Stores.Sessions.Open(_tenant.Id))
        {
            foreach (var index in Enumerable.Range(0, 501))
            {
                db.Append(SampleChanges.Of($"item-{index}"));
            }
            await db.SaveChangesAsync();
        }
        await gate.IsReachedAsync(consumers: 2);

        // Act
        var stop = Pump.StopAsync(CancellationToken.None);
        gate.Open();
        await stop;

        // Assert
        Assert.Equal(500, (await AppliedAsync(Stores, NoteEffect.ConsumerName, _tenant)).Count);
    }

    [Fact]
    public async Task Lag_OfAConsumerThatHangs_GrowsWithTime()
    {
        // Arrange
        using var gate = Gate.Before(Mishaps, ConsumerStep.BeforeApply);
        await AppendAsync(_tenant, "a");
        await gate.IsReachedAsync(consumers: 2);
        await Eventually.IsTrueAsync(() => Stores.Get<ChangeLag>().Read().All(found => found.Consumer != HangingConsumer.ConsumerName), "the consumer that hangs elsewhere is done here");
        Stores.Clock.Advance(TimeSpan.FromSeconds(3));

        // Act
        var lag = Stores.Get<ChangeLag>().Read();
        gate.Open();
        await Eventually.IsTrueAsync(() => Pump.IsIdle, "the pump is idle");

        // Assert
        Assert.Equal(
            [new ConsumerLag(FileConsumer.ConsumerName, 1, TimeSpan.FromSeconds(3)), new ConsumerLag(NoteEffect.ConsumerName, 1, TimeSpan.FromSeconds(3))],
            lag.OrderBy(found => found.Consumer, StringComparer.Ordinal));
        Assert.Empty(Stores.Get<ChangeLag>().Read());
    }

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.AddSingleton<ChangePump>();
        services.AddChangeConsumer<HangingConsumer>();
    }

    private async Task RenameFailuresAsync(CountyDb db, string from, string to)
    {
        if (Database.Provider == DatabaseProvider.PostgreSql)
        {
            await using var command = Stores.Sessions.DataSource.CreateCommand($"ALTER TABLE county.{from} RENAME TO {to}");
            await command.ExecuteNonQueryAsync();
        }
        else
        {
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, $"ALTER TABLE {from} RENAME TO {to}");
        }
    }

    public sealed class OnSqlite() : ChangePumpTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : ChangePumpTests(DatabaseProvider.PostgreSql);
}
