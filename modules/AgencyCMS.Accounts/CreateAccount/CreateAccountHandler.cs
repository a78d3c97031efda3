using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.CreateAccount;

/// <summary>Makes an account whose generated password serves for the first sign-in only.</summary>
internal sealed class CreateAccountHandler(CountyDb db, PasswordVault passwords, TimeProvider clock)
{
    public async Task<Outcome<ProvisionedAccount>> HandleAsync(string userName, string displayName, Actor actor, CancellationToken cancellationToken)
    {
        userName = userName.Trim();
        var name = UserNames.Normalise(userName);
        List<Problem> problems = [.. UserNames.Check(userName), .. DisplayNames.Check(displayName)];
        if (await db.Set<Account>().AnyAsync(account => account.NormalisedName == name, cancellationToken))
        {
            problems.Add(AccountProblems.UserNameTaken(userName));
        }
        if (problems.Count > 0)
        {
            return Outcome.Refused<ProvisionedAccount>(problems);
        }
        var (now, password) = (clock.GetUtcNow(), RandomText.Password());
        var account = new Account
        {
            UserName = userName,
            NormalisedName = name,
            DisplayName = DisplayNames.Clean(displayName),
            PasswordHash = passwords.Hash(password),
            MustChangePassword = true,
            CreatedAt = now,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Add(account);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolations.Is(exception))
        {
            // Somebody took the name between our look and our write: the unique index is the judge.
            return AccountProblems.UserNameTaken(userName);
        }
        db.Record(account.Id, AccountEventKind.Created, actor.Name, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return new ProvisionedAccount(account.Id, account.UserName, password);
    }
}
