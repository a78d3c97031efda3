using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AgencyCMS.Accounts.SecondStep;

/// <summary>Judges the code of the second factor, or a recovery code in its place. Tries count together with those of the password.</summary>
internal sealed class SecondStepHandler(CountyDb db, TryLedger tries, SecondFactor factor, LocalClock clock, ILogger<SecondStepHandler> logger)
{
    /// <param name="accountId">Whose password was right.</param>
    /// <param name="version">The account's version at that moment.</param>
    /// <param name="code">As it was typed.</param>
    /// <param name="source">Where the try comes from.</param>
    /// <param name="cancellationToken">Stops the judging.</param>
    public async Task<Outcome<Account>> HandleAsync(int accountId, int version, string code, TrySource source, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().SingleOrDefaultAsync(account => account.Id == accountId && account.IsEnabled, cancellationToken);
        // A password that has been replaced since opens nothing, nor does anything that was to end with all sessions.
        if (account?.AuthenticatorSecret is null || account.Version != version)
        {
            return AccountProblems.SecondStepExpired();
        }
        if (await tries.TakeAsync(account.NormalisedName, source, cancellationToken) is { } lockedUntil)
        {
            return AccountProblems.LockedOut(clock.TimeOf(lockedUntil));
        }
        if (!await factor.AcceptAsync(account, code, cancellationToken))
        {
            logger.LogWarning("Sign-in refused: wrong code of the second factor, account {AccountId}.", account.Id);
            return AccountProblems.WrongCode();
        }
        await tries.ForgetAsync(account.NormalisedName, source, cancellationToken);
        return account;
    }
}
