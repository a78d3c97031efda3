using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Storage;

/// <summary>
/// Counts tries to sign in. A try is counted before it is judged, so that tries sent at once cannot slip past the limit; one that is not judged, because its source is
/// locked, is not counted and locks nothing for longer.
/// </summary>
internal sealed class TryLedger(StoreSessions stores, TimeProvider clock)
{
    /// <summary>Counts a try.</summary>
    /// <returns>Null when it may be judged; else the instant until which the name is locked for its source.</returns>
    public async Task<DateTimeOffset?> TakeAsync(string normalisedName, TrySource source, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        return await TakeAsync(db, normalisedName, source, SignInTries.Allowed, cancellationToken)
            // Many networks, each within its limit, are one attacker.
            ?? (source.IsNetwork ? await TakeAsync(db, normalisedName, TrySource.Networks, SignInTries.AllowedFromNetworks, cancellationToken) : null);
    }

    /// <returns>The last instant until which the name is locked for some source; null when it is for none.</returns>
    public async Task<DateTimeOffset?> LockedUntilAsync(string normalisedName, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = stores.OpenCounty();
        var tries = await db.Set<SignInTries>().AsNoTracking().Where(row => row.Name == normalisedName && row.ForgottenAt > now && row.Count >= SignInTries.Allowed).ToListAsync(cancellationToken);
        return tries.Where(row => row.Count >= LimitOf(row)).Max(row => (DateTimeOffset?)row.ForgottenAt);
    }

    /// <summary>After a success: what was tried from the same source is over, and from a network what was tried from all.</summary>
    public async Task ForgetAsync(string normalisedName, TrySource source, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        var over = source.IsNetwork ? new[] { source.Key, TrySource.Networks.Key } : [source.Key];
        await db.Set<SignInTries>().Where(row => row.Name == normalisedName && over.Contains(row.Source)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>When the county unlocks the name.</summary>
    public async Task ForgetAllAsync(string normalisedName, CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        await db.Set<SignInTries>().Where(row => row.Name == normalisedName).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<DateTimeOffset?> TakeAsync(CountyDb db, string name, TrySource source, int allowed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await CountAsync(db, name, source, allowed, now, cancellationToken))
        {
            return null;
        }
        await ForgetOldAsync(db, now, cancellationToken);
        if (await db.Set<SignInTries>().AsNoTracking().SingleOrDefaultAsync(row => row.Name == name && row.Source == source.Key, cancellationToken) is { } row)
        {
            // One that does not lock was made by a try sent at the same time.
            return row.Count >= allowed && row.ForgottenAt > now ? row.ForgottenAt : await TakeAsync(db, name, source, allowed, cancellationToken);
        }
        var first = new SignInTries { Name = name, Source = source.Key, Count = 1, ForgottenAt = now.AddMinutes(SignInTries.LockMinutes) };
        db.Add(first);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException exception) when (UniqueViolations.Is(exception))
        {
            // A try sent at the same time came first; it may have succeeded since and be forgotten.
            db.Entry(first).State = EntityState.Detached;
            return await TakeAsync(db, name, source, allowed, cancellationToken);
        }
    }

    private static async Task<bool> CountAsync(CountyDb db, string name, TrySource source, int allowed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = now.AddMinutes(SignInTries.LockMinutes);
        return await db.Set<SignInTries>().Where(row => row.Name == name && row.Source == source.Key && (row.Count < allowed || row.ForgottenAt <= now)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Count, row => row.ForgottenAt <= now ? 1 : row.Count + 1).SetProperty(row => row.ForgottenAt, end),
            cancellationToken) > 0;
    }

    private static Task<int> ForgetOldAsync(CountyDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Set<SignInTries>().Where(row => row.ForgottenAt <= now).ExecuteDeleteAsync(cancellationToken);

    private static int LimitOf(SignInTries tries) => tries.Source == TrySource.Networks.Key ? SignInTries.AllowedFromNetworks : SignInTries.Allowed;
}
