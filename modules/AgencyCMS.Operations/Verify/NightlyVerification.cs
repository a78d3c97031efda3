using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Verify;

/// <summary>Runs the checks every night; faults make the run a failed one, which shows in the administration.</summary>
internal sealed class NightlyVerification(Verifier verifier) : ITenantJob
{
    private const int MostShown = 20;

    public string Name => "operations.verify";

    public string Description => "Checks that stores, change logs, index rows, media and search indexes agree.";

    public string Cron => "0 30 2 * * ?";

    public string? FeatureId => null;

    public async Task RunAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var faults = await verifier.CheckAsync(tenant, cancellationToken).ToListAsync(cancellationToken);
        if (faults.Count > 0)
        {
            throw new FaultsFoundException(string.Join('\n', faults.Take(MostShown).Select(fault => $"{fault.Check}: {fault.Message}")));
        }
    }
}
