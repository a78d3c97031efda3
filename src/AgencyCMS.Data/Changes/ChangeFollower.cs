using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Data.Changes;

/// <summary>
/// Brings one consumer up to date with one tenant. A change that fails is set aside with its error and tried again later; later changes of the same subject
/// wait behind it, all others go on.
/// </summary>
public sealed class ChangeFollower(ChangeLog log, StoreSessions stores, NodeName node, TimeProvider clock, ILogger<ChangeFollower> logger)
{
    private const int BatchSize = 500;

    /// <summary>Applies all that is new, then what is due to be tried again.</summary>
    public async Task CatchUpAsync(IChangeConsumer consumer, Tenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        ArgumentNullException.ThrowIfNull(tenant);
        while (true)
        {
            var position = await consumer.ReadPositionAsync(tenant, cancellationToken);
            var changes = await log.ReadAsync(tenant.Id, position, BatchSize, cancellationToken);
            if (changes.Count == 0)
            {
                break;
            }
            var waiting = await WaitingSubjectsAsync(consumer, tenant, cancellationToken);
            if (waiting.Count > 0 && changes.Any(change => waiting.Contains(change.SubjectId)))
            {
                await ApplyOneByOneAsync(consumer, tenant, changes, waiting, cancellationToken);
                continue;
            }
            try
            {
                await consumer.ApplyAsync(tenant, changes, changes[^1].Sequence, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node applied the same changes first; read the position again.
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "{Consumer} failed on a batch of tenant {Tenant}; trying its changes one by one.", consumer.Name, tenant.Name);
                await ApplyOneByOneAsync(consumer, tenant, changes, waiting, cancellationToken);
            }
        }
        await RetryDueAsync(consumer, tenant, cancellationToken);
    }

    /// <summary>Tenants with a change that this node should try again by now.</summary>
    public async Task<IReadOnlyList<TenantId>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        var now = clock.GetUtcNow();
        var ids = await db.Set<ChangeFailureRow>().Where(row => row.NextAttemptAt <= now && (row.Node == "" || row.Node == node.Value))
            .Select(row => row.TenantId).Distinct().ToListAsync(cancellationToken);
        return [.. ids.Select(id => new TenantId(id))];
    }

    private async Task ApplyOneByOneAsync(IChangeConsumer consumer, Tenant tenant, IReadOnlyList<Change> changes, HashSet<string> waiting, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            if (waiting.Contains(change.SubjectId))
            {
                await SetAsideAsync(consumer, tenant, change, null, cancellationToken);
                await consumer.ApplyAsync(tenant, [], change.Sequence, cancellationToken);
                continue;
            }
            try
            {
                await consumer.ApplyAsync(tenant, [change], change.Sequence, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "{Consumer} cannot apply change {Sequence} of tenant {Tenant}.", consumer.Name, change.Sequence, tenant.Name);
                await SetAsideAsync(consumer, tenant, change, exception, cancellationToken);
                await consumer.ApplyAsync(tenant, [], change.Sequence, cancellationToken);
                waiting.Add(change.SubjectId);
            }
        }
    }

    private async Task RetryDueAsync(IChangeConsumer consumer, Tenant tenant, CancellationToken cancellationToken)
    {
        var scope = NodeScope(consumer);
        await using var db = stores.OpenCounty();
        var now = clock.GetUtcNow();
        var failures = await db.Set<ChangeFailureRow>().Where(row => row.Consumer == consumer.Name && row.TenantId == tenant.Id.Value && row.Node == scope)
            .OrderBy(row => row.Sequence).ToListAsync(cancellationToken);
        var blocked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var failure in failures.Where(failure => !blocked.Contains(failure.SubjectId)))
        {
            var change = failure.NextAttemptAt > now ? null : (await log.ReadAsync(tenant.Id, failure.Sequence - 1, 1, cancellationToken)).SingleOrDefault();
            if (change is null)
            {
                blocked.Add(failure.SubjectId);
                continue;
            }
            try
            {
                await consumer.ApplyAsync(tenant, [change], await consumer.ReadPositionAsync(tenant, cancellationToken), cancellationToken);
                db.Remove(failure);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failure.Attempts++;
                failure.LastError = exception.GetBaseException().Message;
                failure.NextAttemptAt = now + BackOff(failure.Attempts);
                blocked.Add(failure.SubjectId);
            }
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private async Task<HashSet<string>> WaitingSubjectsAsync(IChangeConsumer consumer, Tenant tenant, CancellationToken cancellationToken)
    {
        var scope = NodeScope(consumer);
        await using var db = stores.OpenCounty();
        return await db.Set<ChangeFailureRow>().Where(row => row.Consumer == consumer.Name && row.TenantId == tenant.Id.Value && row.Node == scope)
            .Select(row => row.SubjectId).ToHashSetAsync(cancellationToken);
    }

    // Written before the position moves on: a process killed in between sets the change aside a second time, which changes nothing.
    private async Task SetAsideAsync(IChangeConsumer consumer, Tenant tenant, Change change, Exception? exception, CancellationToken cancellationToken)
    {
        var scope = NodeScope(consumer);
        await using var db = stores.OpenCounty();
        if (await db.Set<ChangeFailureRow>().AnyAsync(
            row => row.Consumer == consumer.Name && row.TenantId == tenant.Id.Value && row.Sequence == change.Sequence && row.Node == scope, cancellationToken))
        {
            return;
        }
        var now = clock.GetUtcNow();
        db.Add(new ChangeFailureRow
        {
            Consumer = consumer.Name,
            TenantId = tenant.Id.Value,
            Sequence = change.Sequence,
            SubjectId = change.SubjectId,
            Node = scope,
            Attempts = exception is null ? 0 : 1,
            LastError = exception?.GetBaseException().Message,
            FailedAt = now,
            NextAttemptAt = exception is null ? now : now + BackOff(1),
        });
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private string NodeScope(IChangeConsumer consumer) => consumer.IsPerNode ? node.Value : "";

    private static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts), 3600));
}
