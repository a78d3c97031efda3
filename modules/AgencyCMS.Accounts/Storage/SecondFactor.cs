using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Storage;

/// <summary>The second factor of accounts: codes of an authenticator app, and recovery codes for when the app is lost. Each code is good once.</summary>
internal sealed class SecondFactor(CountyDb db, AuthenticatorSecrets secrets, TimeProvider clock)
{
    private const int RecoveryCodeCount = 10;

    /// <summary>Accepts a code of the app or a recovery code, and uses it up.</summary>
    public async Task<bool> AcceptAsync(Account account, string code, CancellationToken cancellationToken)
    {
        var secret = secrets.Unprotect(account.Id, account.AuthenticatorSecret!); // callers ask only for accounts that have one
        if (OneTimeCode.Match(secret, code, clock.GetUtcNow(), account.LastCodeStep) is { } step)
        {
            // Of two requests with one code only the first finds the step still unused.
            return await db.Set<Account>().Where(row => row.Id == account.Id && row.LastCodeStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastCodeStep, step), cancellationToken) == 1;
        }
        var hash = Hash(account.Id, code);
        if (await db.Set<RecoveryCode>().Where(row => row.AccountId == account.Id && row.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }
        db.Record(account.Id, AccountEventKind.RecoveryCodeUsed, account.UserName, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Makes the app with this secret the second factor. Within a change of the account.</summary>
    /// <returns>New recovery codes, known nowhere else; null when the code does not belong to the secret.</returns>
    public async Task<ImmutableArray<string>?> EnrolAsync(Account account, string secret, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (OneTimeCode.Match(secret, code, now, lastStep: 0) is not { } step)
        {
            return null;
        }
        account.AuthenticatorSecret = secrets.Protect(account.Id, secret);
        account.LastCodeStep = step;
        account.Version++;
        db.Record(account.Id, AccountEventKind.SecondFactorAdded, account.UserName, now);
        return await RenewCodesAsync(account, cancellationToken);
    }

    /// <summary>Replaces the recovery codes. Within a change of the account.</summary>
    /// <returns>The new ones, known nowhere else.</returns>
    public async Task<ImmutableArray<string>> RenewCodesAsync(Account account, CancellationToken cancellationToken)
    {
        ImmutableArray<string> codes = [.. Enumerable.Range(0, RecoveryCodeCount).Select(_ => RandomText.RecoveryCode())];
        await ForgetCodesAsync(account, cancellationToken);
        db.AddRange(codes.Select(code => new RecoveryCode { AccountId = account.Id, Hash = Hash(account.Id, code) }));
        db.Record(account.Id, AccountEventKind.RecoveryCodesMade, account.UserName, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return codes;
    }

    /// <summary>Takes the second factor away, recovery codes included. Within a change of the account, saved with the caller's other changes.</summary>
    public async Task RemoveAsync(Account account, string actor, CancellationToken cancellationToken)
    {
        account.AuthenticatorSecret = null;
        account.LastCodeStep = 0;
        account.Version++;
        await ForgetCodesAsync(account, cancellationToken);
        db.Record(account.Id, AccountEventKind.SecondFactorRemoved, actor, clock.GetUtcNow());
    }

    /// <summary>How many recovery codes are left.</summary>
    public Task<int> CountCodesAsync(int accountId, CancellationToken cancellationToken) =>
        db.Set<RecoveryCode>().CountAsync(row => row.AccountId == accountId, cancellationToken);

    // Whichever are left: one may be used at this moment.
    private Task ForgetCodesAsync(Account account, CancellationToken cancellationToken) =>
        db.Set<RecoveryCode>().Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);

    // The codes are random, 49 bits each, so a plain hash cannot be turned back by a list of likely words.
    private static string Hash(int accountId, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId}:{code.Trim().ToLowerInvariant()}")));
}
