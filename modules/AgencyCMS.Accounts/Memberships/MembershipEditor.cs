using System.Collections.Immutable;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Memberships;

/// <summary>Says where a person works and in which roles. What it says holds from the person's next request on.</summary>
internal sealed class MembershipEditor(CountyDb db, AccountChanges changes, RoleQuery roles, HelpRights help, LastingVisits visits, TenantContext context, TimeProvider clock)
{
    public Task<Membership?> FindAsync(int accountId, TenantId tenant, CancellationToken cancellationToken) =>
        db.Set<Membership>().SingleOrDefaultAsync(membership => membership.AccountId == accountId && membership.TenantId == tenant.Value, cancellationToken);

    /// <summary>Makes or changes a membership, if it still is as the form showed it.</summary>
    public async Task<Outcome> SetAsync(int accountId, Tenant tenant, MembershipForm form, Actor actor, CancellationToken cancellationToken)
    {
        ImmutableArray<string> roleNames = [.. form.Roles ?? []];
        var groups = form.GroupNames;
        await using var change = await changes.BeginAsync(accountId, cancellationToken);
        if (change is null)
        {
            return AccountProblems.OwnRightsChanged();
        }
        var membership = await FindAsync(accountId, tenant.Id, cancellationToken);
        // The same form may come twice.
        if ((form.Shown ?? "") != (membership?.Stamp ?? "") && membership?.Says(roleNames, groups) != true)
        {
            return AccountProblems.MembershipChangedMeanwhile();
        }
        List<Problem> problems = [.. StaffGroups.Check(groups), .. await CheckAsync(accountId, tenant, membership?.RoleNames ?? [], roleNames, actor, cancellationToken)];
        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }
        if (membership is null)
        {
            membership = new Membership { AccountId = accountId, TenantId = tenant.Id.Value };
            db.Add(membership);
        }
        membership.RoleNames = roleNames;
        membership.GroupNames = groups;
        db.Record(accountId, AccountEventKind.MembershipChanged, actor.Name, clock.GetUtcNow(), $"{tenant.Name}: {string.Join(", ", membership.RoleNames)}");
        if (tenant.IsCounty && !await help.AreInAsync(tenant, roleNames, cancellationToken))
        {
            await visits.StageEndAsync(accountId, actor, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(CancellationToken.None);
        return Outcome.Done;
    }

    /// <summary>Ends a membership.</summary>
    public async Task<Outcome> RemoveAsync(int accountId, Tenant tenant, Actor actor, CancellationToken cancellationToken)
    {
        await using var change = await changes.BeginAsync(accountId, cancellationToken);
        if (change is null)
        {
            return AccountProblems.OwnRightsChanged();
        }
        if (await FindAsync(accountId, tenant.Id, cancellationToken) is not { } membership)
        {
            return Outcome.Done;
        }
        var problems = await CheckAsync(accountId, tenant, membership.RoleNames, [], actor, cancellationToken);
        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }
        db.Remove(membership);
        db.Record(accountId, AccountEventKind.MembershipRemoved, actor.Name, clock.GetUtcNow(), tenant.Name, tenant.Id.Value);
        if (tenant.IsCounty)
        {
            await visits.StageEndAsync(accountId, actor, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(CancellationToken.None);
        return Outcome.Done;
    }

    private async Task<List<Problem>> CheckAsync(
        int accountId, Tenant tenant, ImmutableArray<string> before, ImmutableArray<string> after, Actor actor, CancellationToken cancellationToken)
    {
        // Where a person acts, nobody saws off the branch they sit on; the last administrator could not be made one again.
        if (actor.AccountId == accountId && tenant.Id == context.Tenant.Id)
        {
            return [AccountProblems.OwnRoles()];
        }
        var known = (await roles.ListAsync(tenant.Id, cancellationToken)).ToDictionary(role => role.Name, StringComparer.Ordinal);
        var problems = after.Where(name => !known.ContainsKey(name)).Select(AccountProblems.UnknownRole).ToList();
        // Taking a role away needs as much as giving it: otherwise a lesser administrator could remove a greater one.
        var changed = before.Except(after, StringComparer.Ordinal).Concat(after.Except(before, StringComparer.Ordinal));
        problems.AddRange(changed.Where(name => known.TryGetValue(name, out var role) && !roles.MayGive(role, tenant.Id, actor)).Select(AccountProblems.RoleNotYours));
        return problems;
    }
}
