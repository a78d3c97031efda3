using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Maintenance;

/// <summary>Forgets texts that were typed and never saved.</summary>
internal sealed class AutosaveCleaning(StoreSessions stores, TimeProvider clock) : ITenantJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Name => "content.forget-autosaves";

    public string Description => "Removes what editors typed and neither saved nor came back to within 30 days.";

    public string Cron => "0 0 2 * * ?";

    public string? FeatureId => null;

    public async Task RunAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var before = clock.GetUtcNow() - Kept;
        await using var db = stores.Open(tenant.Id);
        await db.Set<ContentAutosaveRow>().Where(row => row.SavedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
