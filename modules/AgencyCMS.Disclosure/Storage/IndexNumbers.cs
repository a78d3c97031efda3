using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Domain;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Storage;

/// <summary>
/// Gives index numbers: unique in the tenant, never changed, never given twice, also after withdrawal. Whoever stages some has begun a change of the store
/// (<see cref="TenantDb.BeginChangeAsync"/>), so what is found free stays so.
/// </summary>
internal sealed class IndexNumbers(TenantDb db, TenantContext context, TenantSettings settings)
{
    private const int LookAhead = 200;

    /// <summary>The items that have a number, or one that differs in case, width or blanks alone; none when it is free. From before these counted as the same there may be several.</summary>
    public async Task<IReadOnlyList<(string ContentItemId, string Number)>> FindOwnersAsync(string number, CancellationToken cancellationToken)
    {
        var claim = IndexNumberRow.Normalise(number);
        return [.. (await db.Set<IndexNumberRow>().AsNoTracking().Where(row => row.Claim == claim).ToListAsync(cancellationToken)).Select(row => (row.ContentItemId, row.Number))];
    }

    /// <summary>The numbers that items have already, by their ids; an item that somehow has several keeps the first.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindOwnedAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken)
    {
        var ids = contentItemIds.ToList();
        var rows = await db.Set<IndexNumberRow>().AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).OrderBy(row => row.Number).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.ContentItemId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Number, StringComparer.Ordinal);
    }

    /// <summary>Stages the ownership of numbers that items bring with them.</summary>
    public async Task ClaimAsync(IReadOnlyList<(string Number, string ContentItemId)> claims, CancellationToken cancellationToken)
    {
        var rows = claims.Select(claim => IndexNumberRow.Of(claim.Number, claim.ContentItemId)).ToList();
        var names = rows.Select(row => row.Claim).ToList();
        var known = await db.Set<IndexNumberRow>().Where(row => names.Contains(row.Claim)).Select(row => row.Claim).ToHashSetAsync(cancellationToken);
        db.AddRange(rows.Where(row => known.Add(row.Claim)));
    }

    /// <summary>Stages new numbers for items.</summary>
    /// <param name="items">Id and instant of first publication of each item.</param>
    /// <param name="cancellationToken">Stops before anything is staged.</param>
    /// <returns>The number of each item, in the same order.</returns>
    public async Task<IReadOnlyList<string>> GiveAsync(IReadOnlyList<(string ContentItemId, DateTimeOffset PublishedAt)> items, CancellationToken cancellationToken)
    {
        var own = await settings.GetAsync<DisclosureSettings>(cancellationToken);
        var pattern = IndexNumberPattern.Parse(own.IndexNumberPattern) ?? IndexNumberPattern.Parse(IndexNumberPattern.Default)!; // the default is valid
        var days = items.Select(item => context.Tenant.DayOf(item.PublishedAt)).ToList();
        var staged = db.Set<IndexNumberRow>().Local.Select(row => row.Claim).ToHashSet(StringComparer.Ordinal);
        var given = new string[items.Count];
        foreach (var period in Enumerable.Range(0, items.Count).GroupBy(index => pattern.PeriodOf(days[index]), StringComparer.Ordinal))
        {
            // A number says of the day no more than its period does.
            var numbers = await DrawAsync(period.Key, period.Count(), serial => pattern.Write(own.OrganisationCode, days[period.First()], serial), staged, cancellationToken);
            foreach (var (index, number) in period.Zip(numbers))
            {
                given[index] = number;
                db.Add(IndexNumberRow.Of(number, items[index].ContentItemId));
            }
        }
        return given;
    }

    /// <summary>The next numbers of a period, without those that an import brought and that stand where the counter has not been yet.</summary>
    private async Task<List<string>> DrawAsync(string period, int count, Func<int, string> write, HashSet<string> staged, CancellationToken cancellationToken)
    {
        var counter = await CounterAsync(period, cancellationToken);
        var drawn = new List<string>(count);
        while (drawn.Count < count)
        {
            // An import may have brought thousands in a row: they are passed in large steps.
            var first = counter.Last + 1;
            var candidates = Enumerable.Range(first, Math.Max(count - drawn.Count, LookAhead)).Select(write).ToList();
            var claims = candidates.ConvertAll(IndexNumberRow.Normalise);
            var taken = await db.Set<IndexNumberRow>().Where(row => claims.Contains(row.Claim)).Select(row => row.Claim).ToHashSetAsync(cancellationToken);
            for (var i = 0; i < candidates.Count && drawn.Count < count; i++)
            {
                counter.Last = first + i;
                if (!taken.Contains(claims[i]) && !staged.Contains(claims[i]))
                {
                    drawn.Add(candidates[i]);
                }
            }
        }
        return drawn;
    }

    // As it is now: the session may have read it before others drew.
    private async Task<IndexCounterRow> CounterAsync(string period, CancellationToken cancellationToken)
    {
        var counter = await db.Set<IndexCounterRow>().FindAsync([db.CurrentTenantId, period], cancellationToken);
        if (counter is null)
        {
            counter = new IndexCounterRow { Period = period };
            db.Add(counter);
        }
        else if (db.Entry(counter).State is EntityState.Unchanged)
        {
            await db.Entry(counter).ReloadAsync(cancellationToken);
        }
        return counter;
    }
}
