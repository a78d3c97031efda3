using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Storage;

/// <summary>Ends the visits of a person who may help no longer, so that none goes on should they be given the right again.</summary>
internal sealed class LastingVisits(CountyDb db, TenantDirectory directory, TimeProvider clock)
{
    /// <summary>Ends all that last, each with its entry in the account's history. The caller has locked the account, and saves.</summary>
    public async Task StageEndAsync(int accountId, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var visit in await db.Set<HelpVisitRow>().Where(visit => visit.AccountId == accountId && visit.EndsAt > now).ToListAsync(cancellationToken))
        {
            (visit.EndsAt, visit.EndedBy) = (now, actor.Name);
            db.Record(accountId, AccountEventKind.HelpEnded, actor.Name, now, directory.Find(new TenantId(visit.TenantId))?.Name ?? "");
        }
    }
}
