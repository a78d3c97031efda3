using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;

namespace AgencyCMS.Accounts.Storage;

/// <summary>Writes the history of accounts, in the same transaction as what it tells of.</summary>
internal static class AccountHistory
{
    public static void Record(this CountyDb db, int accountId, AccountEventKind kind, string actor, DateTimeOffset now, string detail = "", int? site = null) =>
        db.Add(new AccountEvent { AccountId = accountId, Kind = kind, Actor = actor, Detail = detail, Site = site, OccurredAt = now });
}
