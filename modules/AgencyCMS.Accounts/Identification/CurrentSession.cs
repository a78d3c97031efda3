using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Identification;

/// <summary>
/// The session of the current request as the stores have it now: one query, at most once a request; a visit asks for the right to it, too. A revoked session, a
/// locked account and a changed membership are seen by the next request on every node, for nothing is kept in memory.
/// </summary>
internal sealed class CurrentSession(StoreSessions stores, TenantContext tenants, HelpRights help, TimeProvider clock)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Null when nobody has signed in.</summary>
    public SessionState? State { get; private set; }

    /// <summary>Looks the session up.</summary>
    /// <returns>False when it is over, revoked, or its account is locked.</returns>
    public async Task<bool> LoadAsync(int accountId, string sessionId, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        State = await FindAsync(db, accountId, sessionId, cancellationToken);
        var now = clock.GetUtcNow();
        if (State is not null && now - State.LastSeenAt > SeenEvery)
        {
            await db.Set<Session>().Where(session => session.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken);
        }
        return State is not null;
    }

    /// <summary>Whether the session holds as it did when the request began, with the same roles. Writes nothing, so it can be asked within a change.</summary>
    public async Task<bool> HoldsAsync(CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return State is { } before && await FindAsync(db, before.AccountId, before.SessionId, cancellationToken) is { } state && state.Roles == before.Roles;
    }

    private async Task<SessionState?> FindAsync(CountyDb db, int accountId, string sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldest = now.AddHours(-Session.IdleHours);
        var tenantId = tenants.HasTenant ? tenants.Tenant.Id.Value : 0;
        var state = await (from session in db.Set<Session>()
                           join account in db.Set<Account>() on session.AccountId equals account.Id
                           join membership in db.Set<Membership>().Where(membership => membership.TenantId == tenantId)
                               on account.Id equals membership.AccountId into memberships
                           from membership in memberships.DefaultIfEmpty()
                           join visit in db.Set<HelpVisitRow>().Where(visit => visit.TenantId == tenantId && visit.EndsAt > now) on account.Id equals visit.AccountId into visits
                           from visit in visits.DefaultIfEmpty()
                           where session.Id == sessionId && session.AccountId == accountId && session.RevokedAt == null && session.LastSeenAt > oldest && account.IsEnabled
                           select new SessionState(account.Id, session.Id, account.UserName, account.DisplayName, account.MustChangePassword, session.LastSeenAt,
                           membership != null ? membership.Roles : visit != null ? visit.Roles : null,
                           membership != null ? membership.Groups : visit != null ? "[]" : null,
                           membership == null && visit != null))
            .AsNoTracking().FirstOrDefaultAsync(cancellationToken); // visits left from before give the same rights
        // Whoever has left the county office, or may help no longer, is out of the agencies as well.
        return state is { IsVisit: true } && !await help.AreHeldAsync(accountId, cancellationToken) ? state with { Roles = null, Groups = null } : state;
    }
}

/// <summary>A session that holds, with its account and the membership in the current tenant.</summary>
/// <param name="AccountId">Number of the account.</param>
/// <param name="SessionId">Id of the session.</param>
/// <param name="UserName">Sign-in name.</param>
/// <param name="DisplayName">The person's name; may be empty.</param>
/// <param name="MustChangePassword">True until the person has chosen a password of their own.</param>
/// <param name="LastSeenAt">Time of the last request, to five minutes.</param>
/// <param name="Roles">JSON array; null when the person does not work in this tenant.</param>
/// <param name="Groups">JSON array; null when the person does not work in this tenant.</param>
/// <param name="IsVisit">True when it is a visit that gives the roles.</param>
internal sealed record SessionState(
    int AccountId, string SessionId, string UserName, string DisplayName, bool MustChangePassword, DateTimeOffset LastSeenAt, string? Roles, string? Groups, bool IsVisit);
