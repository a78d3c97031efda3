using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyCMS.Accounts.Storage;

/// <summary>Lets those who change one account at the same instant do so one after the other, each seeing what the one before has done.</summary>
internal static class AccountLock
{
    /// <summary>Begins a change of an account, its memberships or what else hangs on it. What the session has read before is read anew.</summary>
    /// <returns>The transaction to commit; nobody else changes the account until its end.</returns>
    public static Task<IDbContextTransaction> BeginChangeAsync(this CountyDb db, int accountId, CancellationToken cancellationToken) => db.BeginChangeAsync([accountId], cancellationToken);

    /// <inheritdoc cref="BeginChangeAsync(CountyDb, int, CancellationToken)"/>
    public static async Task<IDbContextTransaction> BeginChangeAsync(this CountyDb db, IReadOnlyCollection<int> accountIds, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // In one order, so that two who want the same accounts wait for one another.
        foreach (var id in accountIds.Distinct().Order())
        {
            await db.LockAsync(id, cancellationToken);
        }
        db.ChangeTracker.Clear();
        return transaction;
    }

    /// <summary>Keeps others from changing the account until the end of the transaction, which is the caller's.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public static async Task LockAsync(this CountyDb db, int accountId, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An account is locked within a transaction.");
        }
        // On SQLite the transaction itself keeps other writers out; on PostgreSQL the row that is written does, as it stands.
        await db.Set<Account>().Where(account => account.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(account => account.Version, account => account.Version), cancellationToken);
    }
}
