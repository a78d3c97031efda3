using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Data.Changes;

/// <summary>
/// Brings one consumer up to date with one tenant. A change that fails is set aside with its error and tried again later; later changes of the same subject
/// wait behind it, all others go on.
/// </summary>
public sealed class ChangeFollower(ChangeLog log, ChangeFailures failures, ChangeLag lag, TimeProvider clock, ILogger<ChangeFollower> logger)
{
    private const int BatchSize = 500;

    /// <summary>Applies all that is new, then what is due to be tried again.</summary>
    public Task CatchUpAsync(IChangeConsumer consumer, Tenant tenant, CancellationToken cancellationToken) => CatchUpAsync(consumer, tenant, cancellationToken, cancellationToken);

    /// <summary>Applies all that is new, then what is due to be tried again.</summary>
    /// <param name="consumer">Who is brought up to date.</param>
    /// <param name="tenant">Whose changes.</param>
    /// <param name="stoppingToken">Begins no further batch; the one in hand is finished.</param>
    /// <param name="cancellationToken">Gives up the batch in hand, too.</param>
    public async Task CatchUpAsync(IChangeConsumer consumer, Tenant tenant, CancellationToken stoppingToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        ArgumentNullException.ThrowIfNull(tenant);
        while (true)
        {
            stoppingToken.ThrowIfCancellationRequested();
            var position = await consumer.ReadPositionAsync(tenant, stoppingToken);
            var changes = await log.ReadAsync(tenant.Id, position, BatchSize, stoppingToken);
            if (changes.Count == 0)
            {
                break;
            }
            lag.IsBehind(consumer.Name, tenant.Id, changes.Count < BatchSize ? changes.Count : await log.ReadHeadAsync(tenant.Id, stoppingToken) - position, changes[0].OccurredAt);
            var waiting = await failures.SubjectsAsync(consumer, tenant, cancellationToken);
            if (changes.Any(change => waiting.Contains(change.SubjectId)))
            {
                await ApplyOneByOneAsync(consumer, tenant, changes, waiting, stoppingToken, cancellationToken);
                continue;
            }
            try
            {
                await consumer.ApplyAsync(tenant, changes, changes[^1].Sequence, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                if (await HasPassedAsync(consumer, tenant, position, cancellationToken))
                {
                    continue;
                }
                logger.LogWarning(exception, "{Consumer} failed on a batch of tenant {Tenant}; trying its changes one by one.", consumer.Name, tenant.Name);
                await ApplyOneByOneAsync(consumer, tenant, changes, waiting, stoppingToken, cancellationToken);
            }
        }
        lag.HasCaughtUp(consumer.Name, tenant.Id);
        await RetryDueAsync(consumer, tenant, stoppingToken, cancellationToken);
    }

    private async Task ApplyOneByOneAsync(
        IChangeConsumer consumer, Tenant tenant, IReadOnlyList<Change> changes, HashSet<string> waiting, CancellationToken stoppingToken, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            stoppingToken.ThrowIfCancellationRequested();
            if (waiting.Contains(change.SubjectId))
            {
                await PassOverAsync(consumer, tenant, change, null, cancellationToken);
                continue;
            }
            try
            {
                await consumer.ApplyAsync(tenant, [change], change.Sequence, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                if (await HasPassedAsync(consumer, tenant, change.Sequence - 1, cancellationToken))
                {
                    return;
                }
                logger.LogError(exception, "{Consumer} cannot apply change {Sequence} of tenant {Tenant}.", consumer.Name, change.Sequence, tenant.Name);
                await PassOverAsync(consumer, tenant, change, exception, cancellationToken);
                waiting.Add(change.SubjectId);
            }
        }
    }

    private async Task RetryDueAsync(IChangeConsumer consumer, Tenant tenant, CancellationToken stoppingToken, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var blocked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var failure in await failures.ListAsync(consumer, tenant, cancellationToken))
        {
            stoppingToken.ThrowIfCancellationRequested();
            if (blocked.Contains(failure.SubjectId))
            {
                continue;
            }
            var change = failure.NextAttemptAt > now ? null : (await log.ReadAsync(tenant.Id, failure.Sequence - 1, 1, cancellationToken)).SingleOrDefault();
            if (change is null)
            {
                blocked.Add(failure.SubjectId);
                continue;
            }
            try
            {
                await consumer.ApplyAsync(tenant, [change], await consumer.ReadPositionAsync(tenant, cancellationToken), cancellationToken);
                await failures.RemoveAsync(consumer, tenant, failure.Sequence);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                await failures.PutOffAsync(consumer, tenant, failure, exception);
                blocked.Add(failure.SubjectId);
            }
        }
    }

    private async Task PassOverAsync(IChangeConsumer consumer, Tenant tenant, Change change, Exception? exception, CancellationToken cancellationToken)
    {
        await failures.SetAsideAsync(consumer, tenant, change, exception, cancellationToken);
        await consumer.ApplyAsync(tenant, [], change.Sequence, cancellationToken);
    }

    // Another node has applied the same changes first, or the effect was stored although storing it seemed to fail.
    private static async Task<bool> HasPassedAsync(IChangeConsumer consumer, Tenant tenant, long position, CancellationToken cancellationToken) =>
        await consumer.ReadPositionAsync(tenant, cancellationToken) > position;
}
