using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Changes;

/// <summary>Changes that consumers could not apply, and those that wait behind them.</summary>
public sealed class ChangeFailures(StoreSessions stores, NodeName node, TimeProvider clock)
{
    /// <summary>Tenants with a change that this node should try again by now.</summary>
    public async Task<IReadOnlyList<TenantId>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        var now = clock.GetUtcNow();
        var ids = await db.Set<ChangeFailureRow>().Where(row => row.NextAttemptAt <= now && (row.Node == "" || row.Node == node.Value))
            .Select(row => row.TenantId).Distinct().ToListAsync(cancellationToken);
        return [.. ids.Select(id => new TenantId(id))];
    }

    internal async Task<IReadOnlyList<ChangeFailureRow>> ListAsync(IChangeConsumer consumer, Tenant tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await Of(db, consumer, tenant).AsNoTracking().OrderBy(row => row.Sequence).ToListAsync(cancellationToken);
    }

    internal async Task<HashSet<string>> SubjectsAsync(IChangeConsumer consumer, Tenant tenant, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await Of(db, consumer, tenant).Select(row => row.SubjectId).ToHashSetAsync(cancellationToken);
    }

    /// <summary>
    /// Sets a change aside. Called before the position moves on: a process killed in between sets the change aside a second time, which changes nothing.
    /// </summary>
    /// <param name="consumer">Who could not apply it.</param>
    /// <param name="tenant">Whose change it is.</param>
    /// <param name="change">The change.</param>
    /// <param name="exception">Why it failed; null when it only waits behind another of its subject.</param>
    /// <param name="cancellationToken">Stops before the row is written.</param>
    internal async Task SetAsideAsync(IChangeConsumer consumer, Tenant tenant, Change change, Exception? exception, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Under the lock of the position, so that it is not set aside just when another node applies it.
        var isPassed = !consumer.IsPerNode && await ConsumerPosition.LockAsync(db, consumer.Name, tenant.Id, cancellationToken) >= change.Sequence;
        if (isPassed || await Of(db, consumer, tenant).AnyAsync(row => row.Sequence == change.Sequence, cancellationToken))
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
            Node = ScopeOf(consumer),
            Attempts = exception is null ? 0 : 1,
            LastError = exception?.GetBaseException().Message,
            FailedAt = now,
            NextAttemptAt = exception is null ? now : now + BackOff(1),
        });
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Notes one more failed attempt; nothing when another node has applied the change meanwhile.</summary>
    internal async Task PutOffAsync(IChangeConsumer consumer, Tenant tenant, ChangeFailureRow failure, Exception exception)
    {
        await using var db = stores.OpenCounty();
        var attempts = failure.Attempts + 1;
        var next = clock.GetUtcNow() + BackOff(attempts);
        var error = exception.GetBaseException().Message;
        await Of(db, consumer, tenant).Where(row => row.Sequence == failure.Sequence).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Attempts, attempts).SetProperty(row => row.LastError, error).SetProperty(row => row.NextAttemptAt, next), CancellationToken.None);
    }

    internal async Task RemoveAsync(IChangeConsumer consumer, Tenant tenant, long sequence)
    {
        await using var db = stores.OpenCounty();
        await Of(db, consumer, tenant).Where(row => row.Sequence == sequence).ExecuteDeleteAsync(CancellationToken.None);
    }

    private IQueryable<ChangeFailureRow> Of(CountyDb db, IChangeConsumer consumer, Tenant tenant)
    {
        var (name, id, scope) = (consumer.Name, tenant.Id.Value, ScopeOf(consumer));
        return db.Set<ChangeFailureRow>().Where(row => row.Consumer == name && row.TenantId == id && row.Node == scope);
    }

    private string ScopeOf(IChangeConsumer consumer) => consumer.IsPerNode ? node.Value : "";

    private static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts), 3600));
}
