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
    public async Task<Outcome<Account>> HandleAsync(int accountId, string code, TrySource source, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().SingleOrDefaultAsync(account => account.Id == accountId && account.IsEnabled, cancellationToken);
        if (account?.AuthenticatorSecret is null)
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
