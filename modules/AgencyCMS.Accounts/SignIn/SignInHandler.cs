using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Accounts.SignIn;

/// <summary>Judges name and password. The same work is done whether the name exists or not.</summary>
internal sealed class SignInHandler(CountyDb db, TryLedger tries, PasswordVault passwords, LocalClock clock, ILogger<SignInHandler> logger)
{
    /// <param name="userName">As it was typed.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="sourceOf">Says where the try comes from, given the account or null.</param>
    /// <param name="cancellationToken">Stops the judging.</param>
    /// <returns>The account whose password was right; it may still have to show its second factor.</returns>
    public async Task<Outcome<Account>> HandleAsync(string userName, string password, Func<int?, TrySource> sourceOf, CancellationToken cancellationToken)
    {
        // No account can have such a name or password: there is nothing to judge, and nothing of it is kept.
        if (!UserNames.CanBe(userName) || password.Length is 0 or > PasswordRules.MaxLength)
        {
            return AccountProblems.WrongNameOrPassword();
        }
        var name = UserNames.Normalise(userName);
        var account = await db.Set<Account>().SingleOrDefaultAsync(account => account.NormalisedName == name, cancellationToken);
        var source = sourceOf(account?.Id);
        var lockedUntil = await tries.TakeAsync(name, source, cancellationToken);
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
            var (old, renewed) = (account.PasswordHash, passwords.Hash(password));
            var isRenewed = await db.Set<Account>().Where(row => row.Id == account.Id && row.PasswordHash == old).ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, renewed), cancellationToken) > 0;
            // The session is opened for the account as it was judged, and this is the hash of the same password.
            account.PasswordHash = isRenewed ? renewed : old;
            db.Entry(account).State = EntityState.Unchanged;
        }
        if (!account.HasSecondFactor)
        {
            await tries.ForgetAsync(name, source, cancellationToken);
        }
        return account;
    }
}
