using AgencyCMS.Data.Changes;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Admin.Operations;

/// <summary>Lets failed changes be tried at once instead of when their time has come. The node that must try hears of it within seconds.</summary>
internal sealed class RetryFailuresHandler(OperationsQuery operations, ChangeSignal signal, TimeProvider clock)
{
    /// <param name="subjectId">Only what waits for this subject; null for everything.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>How many changes will be tried.</returns>
    public async Task<int> HandleAsync(string? subjectId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var wanted = operations.Failures().Where(row => subjectId == null || row.SubjectId == subjectId);
        var tenants = await wanted.Select(row => row.TenantId).Distinct().ToListAsync(cancellationToken);
        var count = await wanted.ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, now), cancellationToken);
        foreach (var tenant in tenants)
        {
            signal.Wake(new TenantId(tenant));
        }
        return count;
    }
}
