using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Accounts.SignIn;

/// <summary>Judges name and password. The same work is done whether the name exists or not.</summary>
internal sealed class SignInHandler(CountyDb db, AttemptLedger attempts, PasswordVault passwords, LocalClock clock, ILogger<SignInHandler> logger)
{
    /// <returns>The account whose password was right; it may still have to show its second factor.</returns>
    public async Task<Outcome<Account>> HandleAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var name = UserNames.Normalise(userName);
        var lockedUntil = await attempts.TakeAsync(name, cancellationToken);
        var account = await db.Set<Account>().SingleOrDefaultAsync(account => account.NormalisedName == name, cancellationToken);
        var check = passwords.Check(account, password);
        if (lockedUntil is not null)
        {
            logger.LogWarning("Sign-in refused: too many tries for the name of account {AccountId}.", account?.Id);
            return AccountProblems.LockedOut(clock.TimeOf(lockedUntil.Value));
        }
        if (check is PasswordVerificationResult.Failed || account is not { IsEnabled: true })
        {
            logger.LogWarning("Sign-in refused: wrong name or password, account {AccountId}.", account?.Id);
            return AccountProblems.WrongNameOrPassword();
        }
        if (check is PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = passwords.Hash(password);
            await db.SaveChangesAsync(cancellationToken);
        }
        if (!account.HasSecondFactor)
        {
            await attempts.ForgetAsync(name, cancellationToken);
        }
        return account;
    }
}
