using AgencyCMS.Accounts.Demonstration;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Identification;
using AgencyCMS.Accounts.Memberships;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.EditAccount;

/// <summary>What the county may do to an account. Each is written into its history.</summary>
internal sealed class AccountHandler(
    CountyDb db, AccountChanges changes, RoleQuery roles, TenantContext context, PasswordVault passwords, SessionStore sessions, LastingVisits visits, SecondFactor factor, TryLedger tries, DemoAccounts demonstration, TimeProvider clock)
{
    public async Task<Outcome> RenameAsync(int id, string displayName, Actor actor, CancellationToken cancellationToken)
    {
        if (DisplayNames.Check(displayName).ToList() is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }
        await using var change = await changes.BeginAsync(id, cancellationToken);
        if (change is null)
        {
            return AccountProblems.OwnRightsChanged();
        }
        if (await FindAsync(id, cancellationToken) is not { } account)
        {
            return AccountProblems.NotFound();
        }
        account.DisplayName = DisplayNames.Clean(displayName);
        await SaveAsync(account, AccountEventKind.Renamed, actor, account.DisplayName, cancellationToken);
        await change.CommitAsync(CancellationToken.None);
        return Outcome.Done;
    }

    /// <summary>Gives a new password for one sign-in (an account of the demonstration may keep it) and ends every session and visit.</summary>
    /// <param name="id">Number of the account.</param>
    /// <param name="withSecondFactor">True to take the second factor away too, for a person who has lost phone and recovery codes.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>The password, shown once.</returns>
    public async Task<Outcome<string>> ResetAsync(int id, bool withSecondFactor, Actor actor, CancellationToken cancellationToken)
    {
        await using var change = await changes.BeginAsync(id, cancellationToken);
        if (change is null)
        {
            return AccountProblems.OwnRightsChanged();
        }
        if (await FindAsync(id, cancellationToken) is not { } account)
        {
            return AccountProblems.NotFound();
        }
        if (await FindStrongerRoleAsync(id, actor, cancellationToken) is { } stronger)
        {
            return AccountProblems.AccountNotYours(stronger);
        }
        var password = RandomText.Password();
        account.PasswordHash = passwords.Hash(password);
        account.MustChangePassword = !await demonstration.ContainAsync(account.UserName, cancellationToken);
        if (withSecondFactor && account.HasSecondFactor)
        {
            await factor.RemoveAsync(account, actor.Name, cancellationToken);
        }
        await visits.StageEndAsync(id, actor, cancellationToken);
        await SaveAsync(account, AccountEventKind.PasswordReset, actor, "", cancellationToken);
        await sessions.RevokeOthersAsync(id, null, actor.Name, cancellationToken);
        await change.CommitAsync(CancellationToken.None);
        await tries.ForgetAllAsync(account.NormalisedName, cancellationToken);
        return password;
    }

    /// <summary>Locks the account of a person who has left, or opens it again.</summary>
    public async Task<Outcome> SetEnabledAsync(int id, bool isEnabled, Actor actor, CancellationToken cancellationToken)
    {
        await using var change = await changes.BeginAsync(id, cancellationToken);
        if (change is null)
        {
            return AccountProblems.OwnRightsChanged();
        }
        if (await FindAsync(id, cancellationToken) is not { } account)
        {
            return AccountProblems.NotFound();
        }
        if (id == actor.AccountId)
        {
            return AccountProblems.OwnAccount();
        }
        if (await FindStrongerRoleAsync(id, actor, cancellationToken) is { } stronger)
        {
            return AccountProblems.AccountNotYours(stronger);
        }
        account.IsEnabled = isEnabled;
        if (!isEnabled)
        {
            await visits.StageEndAsync(id, actor, cancellationToken);
        }
        await SaveAsync(account, isEnabled ? AccountEventKind.Enabled : AccountEventKind.Disabled, actor, "", cancellationToken);
        if (!isEnabled)
        {
            await sessions.RevokeOthersAsync(id, null, actor.Name, cancellationToken);
        }
        await change.CommitAsync(CancellationToken.None);
        return Outcome.Done;
    }

    /// <summary>Lets a person try again who had typed too many wrong passwords.</summary>
    public async Task<Outcome> UnlockAsync(int id, Actor actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } account)
        {
            return AccountProblems.NotFound();
        }
        await tries.ForgetAllAsync(account.NormalisedName, cancellationToken);
        await using var change = await changes.BeginAsync(id, cancellationToken);
        if (change is null)
        {
            return AccountProblems.OwnRightsChanged();
        }
        account = await db.Set<Account>().SingleAsync(row => row.Id == id, cancellationToken);
        await SaveAsync(account, AccountEventKind.Unlocked, actor, "", cancellationToken);
        await change.CommitAsync(CancellationToken.None);
        return Outcome.Done;
    }

    // Whoever resets an account can act in its place, and whoever locks it takes its rights away: both need as much as it may do here.
    private async Task<string?> FindStrongerRoleAsync(int id, Actor actor, CancellationToken cancellationToken)
    {
        // A command of the operator runs on no site.
        if (actor.IsSystem)
        {
            return null;
        }
        var site = context.Tenant.Id;
        var held = await db.Set<Membership>().AsNoTracking().Where(membership => membership.AccountId == id && membership.TenantId == site.Value).SingleOrDefaultAsync(cancellationToken);
        return held is null ? null
            : (await roles.ListAsync(site, cancellationToken)).FirstOrDefault(role => held.RoleNames.Contains(role.Name, StringComparer.Ordinal) && !roles.MayGive(role, site, actor))?.Name;
    }

    private Task<Account?> FindAsync(int id, CancellationToken cancellationToken) => db.Set<Account>().SingleOrDefaultAsync(account => account.Id == id, cancellationToken);

    private async Task SaveAsync(Account account, AccountEventKind kind, Actor actor, string detail, CancellationToken cancellationToken)
    {
        account.Version++;
        db.Record(account.Id, kind, actor.Name, clock.GetUtcNow(), detail);
        await db.SaveChangesAsync(cancellationToken);
    }
}
