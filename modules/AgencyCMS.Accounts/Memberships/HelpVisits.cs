using AgencyCMS.Accounts.Contracts;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Modularity.Texts;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Memberships;

/// <inheritdoc/>
internal sealed class HelpVisits(CountyDb db, TimeProvider clock) : IHelpVisits
{
    private const int MinReason = 5;
    private const int MaxReason = 300;
    private const int MinMinutes = 15;
    private const int MaxMinutes = 480;
    private const string Roles = """["SiteAdministrator"]""";

    public async Task<Outcome<HelpVisit>> StageStartAsync(Tenant tenant, Actor helper, string reason, int minutes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(helper);
        ArgumentNullException.ThrowIfNull(reason);
        var account = helper.AccountId ?? throw new ArgumentException("Only a person can help.", nameof(helper));
        var text = StorableText.Tidy(reason).Trim();
        List<Problem> problems =
        [
            .. text.Length is < MinReason or > MaxReason ? [AccountProblems.HelpReason(MinReason, MaxReason)] : (Problem[])[],
            .. TextProblems.CheckSeen("Reason", text) is { } unseen ? [unseen] : (Problem[])[],
            .. minutes is < MinMinutes or > MaxMinutes ? [AccountProblems.HelpMinutes(MinMinutes, MaxMinutes)] : (Problem[])[],
            .. await db.Set<Membership>().AnyAsync(membership => membership.AccountId == account && membership.TenantId == tenant.Id.Value, cancellationToken)
                ? [AccountProblems.HelpIsMember()] : (Problem[])[],
        ];
        if (problems.Count > 0)
        {
            return Outcome.Refused<HelpVisit>(problems);
        }
        var now = clock.GetUtcNow();
        // A new visit takes the place of the one that lasts.
        await EndAllAsync(tenant, account, helper, now, cancellationToken);
        var row = new HelpVisitRow { TenantId = tenant.Id.Value, AccountId = account, Roles = Roles, Reason = text, StartedAt = now, EndsAt = now.AddMinutes(minutes) };
        db.Add(row);
        db.Record(account, AccountEventKind.HelpStarted, helper.Name, now, $"{tenant.Name}: {text}");
        return Show(row, helper.DisplayName.Length > 0 ? helper.DisplayName : helper.Name);
    }

    public async Task<HelpVisit?> StageEndAsync(Tenant tenant, long visit, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        // Whoever ends a visit wants the person out, also when another visit has taken its place since the page was shown.
        var row = await db.Set<HelpVisitRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == visit && row.TenantId == tenant.Id.Value, cancellationToken);
        if (row is null || !await EndAllAsync(tenant, row.AccountId, actor, now, cancellationToken))
        {
            return null;
        }
        db.Record(row.AccountId, AccountEventKind.HelpEnded, actor.Name, now, tenant.Name);
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(account => account.Id == row.AccountId, cancellationToken);
        row.EndsAt = now;
        return Show(row, NameOf(account));
    }

    public async Task<IReadOnlyList<HelpVisit>> ListAsync(TenantId tenant, int limit, CancellationToken cancellationToken)
    {
        var visits = from visit in db.Set<HelpVisitRow>().AsNoTracking()
                     join account in db.Set<Account>().AsNoTracking() on visit.AccountId equals account.Id
                     where visit.TenantId == tenant.Value
                     orderby visit.Id descending
                     select new { visit, account };
        return [.. (await visits.Take(limit).ToListAsync(cancellationToken)).Select(pair => Show(pair.visit, NameOf(pair.account)))];
    }

    /// <returns>False when none lasted.</returns>
    private async Task<bool> EndAllAsync(Tenant tenant, int account, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.LockAsync(account, cancellationToken);
        var lasting = await db.Set<HelpVisitRow>().Where(visit => visit.TenantId == tenant.Id.Value && visit.AccountId == account && visit.EndsAt > now).ToListAsync(cancellationToken);
        foreach (var visit in lasting)
        {
            (visit.EndsAt, visit.EndedBy) = (now, actor.Name);
        }
        return lasting.Count > 0;
    }

    private HelpVisit Show(HelpVisitRow row, string helper) => new(row.Id, helper, row.Reason, row.StartedAt, row.EndsAt, row.EndsAt > clock.GetUtcNow());

    private static string NameOf(Account account) => account.DisplayName.Length > 0 ? account.DisplayName : account.UserName;
}
