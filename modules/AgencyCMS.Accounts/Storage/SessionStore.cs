using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Storage;

/// <summary>Opens and ends sessions. Ending takes hold with the next request, on every node.</summary>
internal sealed class SessionStore(CountyDb db, TimeProvider clock)
{
    /// <summary>Opens a session and notes the sign-in in the account's history.</summary>
    /// <param name="account">As it was judged.</param>
    /// <param name="client">From where the person signs in.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>Null when what was judged holds no more: another password, another second factor, or the account was shut meanwhile. Such a session would outlive the change that was to end it.</returns>
    public async Task<Session?> OpenAsync(Account account, ClientTrace client, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var change = await db.BeginChangeAsync(account.Id, cancellationToken);
        if (!await db.Set<Account>().AnyAsync(
            row => row.Id == account.Id && row.IsEnabled && row.PasswordHash == account.PasswordHash && row.AuthenticatorSecret == account.AuthenticatorSecret, cancellationToken))
        {
            return null;
        }
        var session = new Session
        {
            Id = RandomText.SessionId(),
            AccountId = account.Id,
            Device = client.Device,
            Network = client.Network,
            CreatedAt = now,
            LastSeenAt = now,
        };
        db.Add(session);
        db.Record(account.Id, AccountEventKind.SignedIn, account.UserName, now, client.Device);
        await db.SaveChangesAsync(cancellationToken);
        // Not through the account as it was read: somebody may be changing it at this moment, which is no reason to keep the person out.
        await db.Set<Account>().Where(row => row.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSignInAt, now), cancellationToken);
        await change.CommitAsync(CancellationToken.None);
        return session;
    }

    /// <summary>Sessions that still hold, the last used first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(int accountId, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow().AddHours(-Session.IdleHours);
        return await db.Set<Session>().AsNoTracking()
            .Where(session => session.AccountId == accountId && session.RevokedAt == null && session.LastSeenAt > oldest)
            .OrderByDescending(session => session.LastSeenAt).ToListAsync(cancellationToken);
    }

    /// <summary>Ends one session of the account; nothing happens when it is not the account's.</summary>
    public Task RevokeAsync(int accountId, string sessionId, string actor, CancellationToken cancellationToken) =>
        RevokeAsync(accountId, db.Set<Session>().Where(session => session.Id == sessionId), actor, cancellationToken);

    /// <summary>Ends every session of the account but one, and every sign-in that still waits for its second factor.</summary>
    /// <param name="accountId">Number of the account.</param>
    /// <param name="keep">Session that goes on; null for none.</param>
    /// <param name="actor">Sign-in name of who ends them.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    public async Task RevokeOthersAsync(int accountId, string? keep, string actor, CancellationToken cancellationToken)
    {
        await RevokeAsync(accountId, db.Set<Session>().Where(session => session.Id != keep), actor, cancellationToken);
        await db.Set<Account>().Where(account => account.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(account => account.Version, account => account.Version + 1), cancellationToken);
    }

    private async Task RevokeAsync(int accountId, IQueryable<Session> wanted, string actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sessions = await wanted.Where(session => session.AccountId == accountId && session.RevokedAt == null).ToListAsync(cancellationToken);
        foreach (var session in sessions)
        {
            session.RevokedAt = now;
            db.Record(accountId, AccountEventKind.SessionRevoked, actor, now, session.Device);
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
