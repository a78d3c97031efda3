using System.Collections.Immutable;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Accounts.EditAccount;

internal sealed class AccountQuery(CountyDb db, SessionStore sessions, TryLedger tries, TenantDirectory directory, IStringLocalizer localizer)
{
    private const int ShownEvents = 50;

    /// <returns>Null when there is no such account.</returns>
    public async Task<AccountPage?> FindAsync(int id, string? newPassword, CancellationToken cancellationToken)
    {
        if (await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken) is not { } account)
        {
            return null;
        }
        var memberships = await db.Set<Membership>().AsNoTracking().Where(membership => membership.AccountId == id).ToListAsync(cancellationToken);
        return new AccountPage
        {
            Account = account,
            DisplayName = account.DisplayName,
            NewPassword = newPassword,
            LockedUntil = await tries.LockedUntilAsync(account.NormalisedName, cancellationToken),
            Memberships = [.. memberships.OrderBy(membership => membership.TenantId).SelectMany(membership => Describe(membership))],
            Tenants = [.. directory.All.Where(tenant => tenant.State != TenantState.Deleted).Select(tenant => new PageLink(tenant.Title, tenant.Name))],
            Sessions = await sessions.ListAsync(id, cancellationToken),
            Events = await db.Set<AccountEvent>().AsNoTracking().Where(entry => entry.AccountId == id).OrderByDescending(entry => entry.Id).Take(ShownEvents).ToListAsync(cancellationToken),
        };
    }

    // A tenant that was removed for good leaves memberships behind that mean nothing any more.
    private ImmutableArray<(string Tenant, string Title, string Roles)> Describe(Membership membership) =>
        directory.Find(new TenantId(membership.TenantId)) is { } tenant ? [(tenant.Name, tenant.Title, Punctuation.List(membership.RoleNames.Select(role => RoleLabels.Of(role, localizer))))] : [];
}
