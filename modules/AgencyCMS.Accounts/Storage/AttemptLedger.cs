using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Storage;

/// <summary>Counts tries to sign in. A try is counted before it is judged, so that tries sent at once cannot slip past the limit.</summary>
internal sealed class AttemptLedger(StoreSessions stores, TimeProvider clock)
{
    /// <summary>Counts a try.</summary>
    /// <returns>Null when it may be judged; else the instant until which the name is locked.</returns>
    public async Task<DateTimeOffset?> TakeAsync(string normalisedName, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = stores.OpenCounty();
        if (await CountAsync(db, normalisedName, now, cancellationToken) == 0)
        {
            await ForgetOldAsync(db, now, cancellationToken);
            db.Add(new SignInAttempts { Name = normalisedName, Count = 1, ForgottenAt = now.AddMinutes(SignInAttempts.LockMinutes) });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // A try sent at the same time came first.
                await CountAsync(db, normalisedName, now, cancellationToken);
            }
        }
        var attempts = await db.Set<SignInAttempts>().AsNoTracking().SingleOrDefaultAsync(row => row.Name == normalisedName, cancellationToken);
        return attempts is { Count: > SignInAttempts.Allowed } ? attempts.ForgottenAt : null;
    }

    /// <returns>Null when the name is not locked.</returns>
    public async Task<DateTimeOffset?> LockedUntilAsync(string normalisedName, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = stores.OpenCounty();
        return await db.Set<SignInAttempts>().Where(row => row.Name == normalisedName && row.Count > SignInAttempts.Allowed && row.ForgottenAt > now)
            .Select(row => (DateTimeOffset?)row.ForgottenAt).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>After a success, or when the county unlocks the name.</summary>
    public async Task ForgetAsync(string normalisedName, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        await db.Set<SignInAttempts>().Where(row => row.Name == normalisedName).ExecuteDeleteAsync(cancellationToken);
    }

    // A locked name keeps its end: going on trying does not lock it for longer.
    private static Task<int> CountAsync(CountyDb db, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = now.AddMinutes(SignInAttempts.LockMinutes);
        return db.Set<SignInAttempts>().Where(row => row.Name == name).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Count, row => row.ForgottenAt <= now ? 1 : row.Count + 1)
                .SetProperty(row => row.ForgottenAt, row => row.ForgottenAt > now && row.Count > SignInAttempts.Allowed ? row.ForgottenAt : end),
            cancellationToken);
    }

    private static Task<int> ForgetOldAsync(CountyDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Set<SignInAttempts>().Where(row => row.ForgottenAt <= now).ExecuteDeleteAsync(cancellationToken);
}
