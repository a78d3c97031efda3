using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Data.County;
using AgencyCMS.Data.Stores;
using AgencyCMS.Demo.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Demo.Generation;

/// <summary>Makes the tenants demo-0001 and so on by the usual recipes and publishes generated items in them. What is there already stays.</summary>
internal sealed class DemoGeneration(ITenantLifecycle lifecycle, TenantDirectory directory, TenantScopes scopes, StoreSessions stores, TimeProvider clock)
{
    private const int BatchSize = 500;
    private const int Years = 4;

    /// <param name="tenants">How many tenants there shall be.</param>
    /// <param name="itemsEach">How many items each of them shall have.</param>
    /// <param name="seed">Another seed gives other texts, beside those of the first.</param>
    /// <param name="report">Filled while it goes on.</param>
    /// <param name="progress">Told after every batch; null when nobody looks.</param>
    /// <param name="cancellationToken">Stops between batches; what stands can be gone on from.</param>
    /// <returns>Refused when a tenant or an item was.</returns>
    public async Task<Outcome> RunAsync(int tenants, int itemsEach, int seed, DemoReport report, Action<DemoReport>? progress, CancellationToken cancellationToken)
    {
        var generator = new DemoTextGenerator(seed);
        for (var number = 1; number <= tenants; number++)
        {
            var agency = DemoAgency.At(number);
            var made = await FindOrCreateAsync(agency, report, cancellationToken);
            if (!made.TryGet(out var tenant))
            {
                return made.WithoutValue();
            }
            for (var first = 0; first < itemsEach; first += BatchSize)
            {
                var published = await PublishAsync(tenant, agency, generator, seed, first, Math.Min(BatchSize, itemsEach - first), report, cancellationToken);
                if (published.IsRefused)
                {
                    return published;
                }
                progress?.Invoke(report);
            }
            await NodeBell.RingAsync(stores, tenant.Id, CancellationToken.None);
            progress?.Invoke(report);
        }
        return Outcome.Done;
    }

    private async Task<Outcome<Tenant>> FindOrCreateAsync(DemoAgency agency, DemoReport report, CancellationToken cancellationToken)
    {
        if (directory.FindByName(agency.Name) is { } known)
        {
            report.TenantsFound++;
            return known;
        }
        var wanted = new NewTenant { Name = agency.Name, Title = agency.Title, Kind = agency.Kind, Recipe = agency.Kind == TenantKind.Township ? "township" : "agency" };
        var made = await lifecycle.CreateAsync(wanted, Actor.System, null, cancellationToken);
        report.TenantsCreated += made.IsRefused ? 0 : 1;
        return made;
    }

    private async Task<Outcome> PublishAsync(
        Tenant tenant, DemoAgency agency, DemoTextGenerator generator, int seed, int first, int count, DemoReport report, CancellationToken cancellationToken)
    {
        var (from, until) = Period();
        var items = Enumerable.Range(first, count).Select(index => new BatchItem(DemoItems.Build(generator.Next(index, agency, from, until), agency, seed, index), null)).ToList();
        await using var scope = scopes.Open(tenant, Actor.Service("demo"));
        foreach (var result in await scope.ServiceProvider.GetRequiredService<ContentBatches>().PublishAsync(items, "Generated for load tests", null, cancellationToken))
        {
            switch (result.Effect)
            {
                case BatchEffect.Refused:
                    return Outcome.Refused(result.Problems);
                case BatchEffect.Unchanged:
                    report.ItemsUnchanged++;
                    break;
                default:
                    report.ItemsCreated++;
                    break;
            }
        }
        return Outcome.Done;
    }

    /// <summary>Four years up to the end of last month: a repetition in the same month changes nothing.</summary>
    private (DateOnly From, DateOnly Until) Period()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().Date);
        var until = new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        return (until.AddDays(1).AddYears(-Years), until);
    }
}
