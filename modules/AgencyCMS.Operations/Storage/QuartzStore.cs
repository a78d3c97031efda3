using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Operations.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace AgencyCMS.Operations.Storage;

/// <summary>
/// Quartz on a store of its own: the file <c>jobs.db</c> in the data folder, or the schema <c>quartz</c> in PostgreSQL, where nodes form a cluster and each run
/// happens on one of them. It holds schedules only; what ran is in the county store.
/// </summary>
internal sealed class QuartzStore(DataOptions options, StoreSessions stores, NodeName node, JobRunner runner, TimeProvider clock, ILoggerFactory loggers)
{
    private const string Schema = "quartz";
    private const int Threads = 2;

    /// <summary>Opens the store, made when it is not there. The scheduler is not yet started.</summary>
    public async Task<IScheduler> OpenAsync(CancellationToken cancellationToken)
    {
        var isPostgreSql = options.Provider == DatabaseProvider.PostgreSql;
        if (isPostgreSql)
        {
            await using var command = stores.DataSource.CreateCommand($"CREATE SCHEMA IF NOT EXISTS {Schema}");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        var builder = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.Services.AddSingleton(runner);
            quartz.Services.AddSingleton(clock);
            quartz.Services.AddSingleton(loggers);
            quartz.Services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
            quartz.Services.AddTransient<ScheduledRun>();
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "agencycms";
                scheduler.InstanceId = node.Value;
            });
            quartz.UseDefaultThreadPool(Threads);
            quartz.UsePersistentStore(store =>
            {
                if (isPostgreSql)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, new NpgsqlConnectionStringBuilder(options.ConnectionString) { SearchPath = Schema }.ToString());
                    store.UseClustering(cluster => cluster.Enabled = true);
                }
                else
                {
                    store.UseSqlite(SqliteFactory.Instance, new SqliteConnectionStringBuilder { DataSource = Path.Combine(options.DataPath, "jobs.db"), DefaultTimeout = 30 }.ToString());
                }
                store.ProvisionSchema();
            });
        });
        return await builder.BuildScheduler(cancellationToken);
    }
}
