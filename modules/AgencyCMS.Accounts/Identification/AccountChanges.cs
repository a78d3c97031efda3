using AgencyCMS.Accounts.Storage;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyCMS.Accounts.Identification;

/// <summary>
/// Changes of other people's accounts by the person of the request. Both accounts are locked, and the person must still be what they were when the request
/// began: of two administrators who put one another out at the same instant, one stays.
/// </summary>
internal sealed class AccountChanges(CountyDb db, CurrentSession session)
{
    /// <summary>Begins a change of an account, its memberships or what else hangs on it. What the session has read before is read anew.</summary>
    /// <returns>The transaction to commit; null when the person's own rights are not what they were.</returns>
    public async Task<IDbContextTransaction?> BeginAsync(int accountId, CancellationToken cancellationToken)
    {
        var person = session.State;
        var change = await db.BeginChangeAsync(person is null ? [accountId] : [accountId, person.AccountId], cancellationToken);
        // Without a session it is the operator.
        if (person is null || await session.HoldsAsync(cancellationToken))
        {
            return change;
        }
        await change.DisposeAsync();
        return null;
    }
}
