using AgencyCMS.Data.Stores;
using AgencyCMS.Operations.Jobs;
using AgencyCMS.Operations.Storage;
using AgencyCMS.Operations.Tests.Fixtures;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Operations.Tests.Jobs;

public abstract class JobTests(DatabaseProvider provider) : OperationsTest(provider)
{
    [Fact]
    public async Task Job_ThatFailsForATenant_GoesOnWithTheOthers()
    {
        // Act
        await Host.Services.GetRequiredService<JobRunner>().RunAsync(FussyJob.JobName, 1, null, CancellationToken.None);

        // Assert
        Assert.Equal(["county-office", "neighbour"], Host.Services.GetRequiredService<FussyJob>().Done.Order());
    }

    [Fact]
    public async Task Job_ThatFailsForATenant_KeepsTheErrorInTheHistory()
    {
        // Act
        await Host.Services.GetRequiredService<JobRunner>().RunAsync(FussyJob.JobName, 1, null, CancellationToken.None);

        // Assert
        var (runs, _) = await Host.Services.GetRequiredService<JobRuns>().ListAsync(FussyJob.JobName, 0, 10, CancellationToken.None);
        Assert.Contains(runs, run => run.TenantId == Finance.Id.Value && run.Outcome == JobOutcome.Failed && run.Error == "The till is locked.");
    }

    [Fact]
    public async Task Job_RepeatedForTheTenantsThatFailed_LeavesTheOthersOut()
    {
        // Act
        var result = await Host.Services.GetRequiredService<JobRunner>().RunAsync(FussyJob.JobName, 2, [Finance.Id.Value], CancellationToken.None);

        // Assert
        Assert.Equal(1, result!.Tenants);
    }

    [Fact]
    public async Task Job_StartedOnOneOfTwoNodes_RunsOnceEachTime()
    {
        // Arrange
        await using var second = Provider == DatabaseProvider.PostgreSql ? await TestHost<Program>.StartAsync(Host.Database, Configure) : null;
        var scheduler = Host.Services.GetRequiredService<JobScheduler>();
        await Task.WhenAll(scheduler.Ready, second?.Services.GetRequiredService<JobScheduler>().Ready ?? Task.CompletedTask).WaitAsync(TimeSpan.FromMinutes(1));

        // Act
        await scheduler.RunNowAsync(QuietJob.JobName, CancellationToken.None);
        await scheduler.RunNowAsync(QuietJob.JobName, CancellationToken.None);

        // Assert
        await Eventually.IsTrueAsync(async () => (await RunsAsync()).Count(run => run.Outcome == JobOutcome.Succeeded) >= 2, "both runs are done");
        Assert.Equal(2, (await RunsAsync()).Count);
    }

    [Fact]
    public async Task Schedule_AfterARestart_StillStands()
    {
        // Arrange
        await Host.Services.GetRequiredService<JobScheduler>().Ready.WaitAsync(TimeSpan.FromMinutes(1));
        await using var again = await TestHost<Program>.StartAsync(Host.Database, Configure);
        var scheduler = again.Services.GetRequiredService<JobScheduler>();
        await scheduler.Ready.WaitAsync(TimeSpan.FromMinutes(1));

        // Act
        var next = await scheduler.FindNextAsync(QuietJob.JobName, CancellationToken.None);

        // Assert
        Assert.Equal(2099, next!.Value.ToOffset(TimeSpan.FromHours(8)).Year);
    }

    protected override void Configure(TestHostOptions options) => SampleJobs.Add(options);

    private async Task<IReadOnlyList<JobRunRow>> RunsAsync() =>
        (await Host.Services.GetRequiredService<JobRuns>().ListAsync(QuietJob.JobName, 0, 100, CancellationToken.None)).Runs;

    public sealed class OnSqlite() : JobTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : JobTests(DatabaseProvider.PostgreSql);
}
