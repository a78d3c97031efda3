using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Problems;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Identification;

/// <summary>The account of the person who sent the request, for the pages on which people look after their own.</summary>
internal sealed class OwnAccount(CountyDb db, CurrentSession session, TryLedger tries, PasswordVault passwords, LocalClock clock)
{
    /// <summary>The session that the request belongs to.</summary>
    public SessionState Session => session.State ?? throw new InvalidOperationException("Nobody has signed in.");

    public Task<Account> GetAsync(CancellationToken cancellationToken) =>
        db.Set<Account>().SingleAsync(account => account.Id == Session.AccountId, cancellationToken);

    /// <summary>The account as it is now, within its lock, if the password that was confirmed is still the one and the session has not been ended meanwhile.</summary>
    /// <param name="confirmed">As it was when the password was confirmed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Outcome<Account>> ReadConfirmedAsync(Account confirmed, CancellationToken cancellationToken)
    {
        var (hash, session) = (confirmed.PasswordHash, Session.SessionId);
        var account = await GetAsync(cancellationToken);
        return account.PasswordHash == hash && await db.Set<Session>().AnyAsync(row => row.Id == session && row.RevokedAt == null, cancellationToken)
            ? account
            : AccountProblems.SignInOvertaken();
    }

    /// <summary>Asks for the password again before something that would help a thief of the session. Wrong tries lock this session's alone: strangers who try to sign in cannot keep
    /// the owner from it.</summary>
    public async Task<Outcome> ConfirmAsync(Account account, string password, string field, CancellationToken cancellationToken)
    {
        var source = TrySource.Session(Session.SessionId);
        if (await tries.TakeAsync(account.NormalisedName, source, cancellationToken) is { } lockedUntil)
        {
            return AccountProblems.LockedOut(clock.TimeOf(lockedUntil));
        }
        if (passwords.Check(account, password) is PasswordVerificationResult.Failed)
        {
            return AccountProblems.WrongPassword(field);
        }
        await tries.ForgetAsync(account.NormalisedName, source, cancellationToken);
        return Outcome.Done;
    }
}
