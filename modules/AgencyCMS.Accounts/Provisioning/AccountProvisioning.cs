using System.Collections.Immutable;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Provisioning;

internal sealed class AccountProvisioning(StoreSessions stores, TenantDirectory directory, PasswordVault passwords, TimeProvider clock) : IAccountProvisioning
{
    public async Task<Outcome<ImmutableArray<ProvisionedAccount>>> ProvisionAsync(IReadOnlyCollection<AccountRequest> accounts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var problems = new List<Problem>();
        foreach (var account in accounts)
        {
            problems.AddRange(await CheckAsync(account, cancellationToken));
            problems.AddRange(account.Memberships.Where(membership => directory.FindByName(membership.Tenant) is null).Select(membership => TenantProblems.NotFound(membership.Tenant)));
        }
        if (problems.Count > 0)
        {
            return Outcome.Refused<ImmutableArray<ProvisionedAccount>>(problems);
        }
        await using var db = stores.OpenCounty();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var done = ImmutableArray.CreateBuilder<ProvisionedAccount>(accounts.Count);
        foreach (var request in accounts)
        {
            var provisioned = await ProvisionAsync(db, request, cancellationToken);
            if (!provisioned.TryGet(out var account))
            {
                return Outcome.Refused<ImmutableArray<ProvisionedAccount>>(provisioned.Problems);
            }
            done.Add(account);
        }
        await transaction.CommitAsync(CancellationToken.None);
        return done.ToImmutable();
    }

    public async Task<IReadOnlyList<Problem>> CheckAsync(AccountRequest account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        List<Problem> problems =
        [
            .. UserNames.Check(account.UserName),
            .. DisplayNames.Check(account.DisplayName),
            .. account.Memberships.SelectMany(membership => StaffGroups.Check(membership.Groups)),
            .. account.Password is null ? [] : PasswordRules.Check(account.UserName, account.Password, nameof(account.Password)),
        ];
        if (account.MustBeNew)
        {
            var name = UserNames.Normalise(account.UserName);
            await using var db = stores.OpenCounty();
            if (await db.Set<Account>().AnyAsync(known => known.NormalisedName == name, cancellationToken))
            {
                problems.Add(AccountProblems.UserNameTaken(account.UserName));
            }
        }
        return problems;
    }

    public string GeneratePassword() => RandomText.Password();

    private async Task<Outcome<ProvisionedAccount>> ProvisionAsync(CountyDb db, AccountRequest request, CancellationToken cancellationToken)
    {
        var name = UserNames.Normalise(request.UserName);
        var account = await db.Set<Account>().SingleOrDefaultAsync(account => account.NormalisedName == name, cancellationToken);
        if (request.MustBeNew && account is not null)
        {
            // Made since it was looked for: the password that was promised would not be this one's.
            return AccountProblems.UserNameTaken(request.UserName);
        }
        string? password = null;
        if (account is null)
        {
            password = request.Password is null ? RandomText.Password() : null;
            account = new Account
            {
                UserName = request.UserName,
                NormalisedName = name,
                DisplayName = DisplayNames.Clean(request.DisplayName),
                PasswordHash = passwords.Hash(request.Password ?? password!),
                MustChangePassword = request.MustChangePassword,
                CreatedAt = clock.GetUtcNow(),
            };
            db.Add(account);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (UniqueViolations.Is(exception))
            {
                return AccountProblems.UserNameTaken(request.UserName);
            }
            db.Record(account.Id, AccountEventKind.Created, request.By.Name, clock.GetUtcNow());
        }
        await db.LockAsync(account.Id, cancellationToken);
        foreach (var membership in request.Memberships)
        {
            await JoinAsync(db, account.Id, membership, request.By, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        return new ProvisionedAccount(account.Id, account.UserName, password);
    }

    private async Task JoinAsync(CountyDb db, int accountId, MembershipRequest request, Actor by, CancellationToken cancellationToken)
    {
        var tenant = directory.FindByName(request.Tenant)!; // checked before anything is written
        if (await db.Set<Membership>().AnyAsync(membership => membership.AccountId == accountId && membership.TenantId == tenant.Id.Value, cancellationToken))
        {
            return;
        }
        db.Add(new Membership { AccountId = accountId, TenantId = tenant.Id.Value, RoleNames = request.Roles, GroupNames = request.Groups });
        db.Record(accountId, AccountEventKind.MembershipChanged, by.Name, clock.GetUtcNow(), $"{tenant.Name}: {string.Join(", ", request.Roles)}");
    }
}
