using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Storage;

/// <summary>Index numbers stand in documents and in people's hands: one that was drawn is not drawn again, also when the item that had it is gone by a restore.</summary>
internal sealed class IndexNumberMemory : IRestoreMemory
{
    public async Task<Func<TenantDb, CancellationToken, Task>> RememberAsync(TenantDb db, CancellationToken cancellationToken)
    {
        var drawn = await db.Set<IndexCounterRow>().AsNoTracking().ToListAsync(cancellationToken);
        return async (restored, cancellation) =>
        {
            var counters = await restored.Set<IndexCounterRow>().ToDictionaryAsync(row => row.Period, StringComparer.Ordinal, cancellation);
            foreach (var (period, last) in drawn.Select(row => (row.Period, row.Last)))
            {
                if (counters.GetValueOrDefault(period) is { } counter)
                {
                    counter.Last = Math.Max(counter.Last, last);
                }
                else
                {
                    restored.Add(new IndexCounterRow { Period = period, Last = last });
                }
            }
        };
    }
}
