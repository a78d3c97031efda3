using AgencyCMS.Data.Stores;

namespace AgencyCMS.Data.County;

/// <summary>Removes what the county store holds of tenants that were removed.</summary>
public sealed class CountyTidying(StoreSessions stores)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = stores.OpenCounty();
        await TenantTies.RemoveOrphansAsync(db, cancellationToken);
    }
}
