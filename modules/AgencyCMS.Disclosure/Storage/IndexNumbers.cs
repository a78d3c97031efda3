using AgencyCMS.Content.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Disclosure.Domain;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Disclosure.Storage;

/// <summary>Gives index numbers: unique in the tenant, never changed, never given twice, also after withdrawal.</summary>
internal sealed class IndexNumbers(TenantDb db, TenantContext context, TenantSettings settings)
{
    /// <summary>The item that has a number; null when the number is free.</summary>
    public async Task<string?> FindOwnerAsync(string number, CancellationToken cancellationToken) =>
        await db.Set<IndexNumberRow>().Where(row => row.Number == number).Select(row => row.ContentItemId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Stages the ownership of numbers that items bring with them.</summary>
    public async Task ClaimAsync(IReadOnlyList<(string Number, string ContentItemId)> claims, CancellationToken cancellationToken)
    {
        var numbers = claims.Select(claim => claim.Number).ToList();
        var known = await db.Set<IndexNumberRow>().Where(row => numbers.Contains(row.Number)).Select(row => row.Number).ToHashSetAsync(cancellationToken);
        foreach (var (number, id) in claims)
        {
            if (known.Add(number))
            {
                db.Add(new IndexNumberRow { Number = number, ContentItemId = id });
            }
        }
    }

    /// <summary>Stages new numbers for items.</summary>
    /// <param name="items">Id and instant of first publication of each item.</param>
    /// <param name="cancellationToken">Stops before anything is staged.</param>
    /// <returns>The number of each item, in the same order.</returns>
    public async Task<IReadOnlyList<string>> GiveAsync(IReadOnlyList<(string ContentItemId, DateTimeOffset PublishedAt)> items, CancellationToken cancellationToken)
    {
        var own = await settings.GetAsync<DisclosureSettings>(cancellationToken);
        var pattern = IndexNumberPattern.Parse(own.IndexNumberPattern) ?? IndexNumberPattern.Parse(IndexNumberPattern.Default)!; // the default is valid
        var zone = TimeZoneInfo.FindSystemTimeZoneById(context.Tenant.TimeZone);
        var given = new List<string>(items.Count);
        foreach (var (id, publishedAt) in items)
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(publishedAt, zone).DateTime);
            var counter = await CounterAsync(pattern.PeriodOf(day), cancellationToken);
            string number;
            do
            {
                counter.Last++;
                number = pattern.Write(own.OrganisationCode, day, counter.Last);
            }
            while (await IsTakenAsync(number, cancellationToken));
            db.Add(new IndexNumberRow { Number = number, ContentItemId = id });
            given.Add(number);
        }
        return given;
    }

    private async Task<IndexCounterRow> CounterAsync(string period, CancellationToken cancellationToken)
    {
        var counter = await db.Set<IndexCounterRow>().FindAsync([db.CurrentTenantId, period], cancellationToken);
        if (counter is null)
        {
            counter = new IndexCounterRow { Period = period };
            db.Add(counter);
        }
        return counter;
    }

    // A number that an import brought may stand where the counter has not been yet.
    private async Task<bool> IsTakenAsync(string number, CancellationToken cancellationToken) =>
        db.Set<IndexNumberRow>().Local.Any(row => row.Number == number) || await db.Set<IndexNumberRow>().AnyAsync(row => row.Number == number, cancellationToken);
}
