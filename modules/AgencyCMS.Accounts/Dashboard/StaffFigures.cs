using AgencyCMS.Accounts.Domain;
using AgencyCMS.Admin.Contracts;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.Dashboard;

/// <summary>How many of a site's staff have never signed in, for the county's list.</summary>
internal sealed class StaffFigures(CountyDb db, IStringLocalizer localizer) : ITenantFigures
{
    public async Task<IReadOnlyList<TenantColumn>> ReadAsync(IReadOnlyList<Tenant> tenants, CancellationToken cancellationToken)
    {
        var ids = tenants.Select(tenant => tenant.Id.Value).ToList();
        var staff = await (from membership in db.Set<Membership>().AsNoTracking()
                           join account in db.Set<Account>() on membership.AccountId equals account.Id
                           where ids.Contains(membership.TenantId) && account.IsEnabled
                           group account by membership.TenantId into people
                           select new { TenantId = people.Key, All = people.Count(), Never = people.Count(account => account.LastSignInAt == null) })
            .ToDictionaryAsync(row => row.TenantId, cancellationToken);
        return
        [
            new TenantColumn(localizer["Staff never signed in"], 40, tenants.ToDictionary(tenant => tenant.Id, tenant => staff.GetValueOrDefault(tenant.Id.Value) is { } row
                ? new TenantFigure(localizer["{0} of {1}", row.Never, row.All], row.Never > 0 ? AlertKind.Warn : AlertKind.Neutral)
                : new TenantFigure(localizer["Nobody"], AlertKind.Bad))),
        ];
    }
}
