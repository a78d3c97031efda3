using System.Collections.Immutable;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Navigation;

/// <summary>The sites on which a person works, with the addresses of their administration.</summary>
internal sealed class WorkplaceQuery(StoreSessions stores, HelpRights help, TenantDirectory directory, TenantContext current, TenantAddresses addresses, TimeProvider clock)
{
    /// <returns>In the order of the tenants' ids; those that cannot be reached from here are left out.</returns>
    public async Task<ImmutableArray<PageLink>> ListAsync(int accountId, HttpContext http, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        var now = clock.GetUtcNow();
        var visited = await db.Set<HelpVisitRow>().Where(visit => visit.AccountId == accountId && visit.EndsAt > now).Select(visit => visit.TenantId).ToListAsync(cancellationToken);
        if (visited.Count > 0 && !await help.AreHeldAsync(accountId, cancellationToken))
        {
            visited.Clear();
        }
        var tenants = await db.Set<Membership>().Where(membership => membership.AccountId == accountId).Select(membership => membership.TenantId).ToListAsync(cancellationToken);
        return [.. tenants.Union(visited).Order().Select(id => directory.Find(new TenantId(id))).OfType<Tenant>().Where(tenant => tenant.State is TenantState.Running or TenantState.Suspended)
            .Select(tenant => new PageLink(tenant.Title, AdministrationOf(tenant, http), tenant.Id == current.Tenant.Id)).Where(link => link.Href is not null)];
    }

    private string? AdministrationOf(Tenant tenant, HttpContext http) => tenant.Id == current.Tenant.Id
        ? http.Request.PathBase.Add("/admin")
        : addresses.HomeOf(tenant) is { } home ? home + "admin" : null;
}
