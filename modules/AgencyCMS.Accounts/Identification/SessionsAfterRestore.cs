using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Operations;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Identification;

/// <summary>Ends all sessions that come back with a county: which of them were ended after the backup was made is not known any more.</summary>
internal sealed class SessionsAfterRestore(StoreSessions stores, TimeProvider clock) : IAfterRestore
{
    public string Name => "accounts.sessions";

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = stores.OpenCounty();
        await db.Set<Session>().Where(session => session.RevokedAt == null).ExecuteUpdateAsync(update => update.SetProperty(session => session.RevokedAt, now), cancellationToken);
        return [];
    }
}
