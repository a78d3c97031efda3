using System.Runtime.CompilerServices;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Verify;

/// <summary>Runs the checks of all modules.</summary>
internal sealed class Verifier(IEnumerable<IVerification> checks, CountyVerification county, TenantDirectory directory)
{
    /// <summary>The tenants that have a store.</summary>
    public IEnumerable<Tenant> Tenants => directory.All.Where(tenant => tenant.State is not (TenantState.Draft or TenantState.Provisioning));

    public async IAsyncEnumerable<Fault> CheckCountyAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var message in county.FindFaultsAsync(cancellationToken))
        {
            yield return new Fault(CountyVerification.Name, null, message);
        }
    }

    public async IAsyncEnumerable<Fault> CheckAsync(Tenant tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            await foreach (var message in GuardAsync(check, tenant, cancellationToken))
            {
                yield return new Fault(check.Name, tenant.Name, message);
            }
        }
    }

    // A check that cannot be made is a fault, and no reason to leave the others out.
    private static async IAsyncEnumerable<string> GuardAsync(IVerification check, Tenant tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var faults = check.FindFaultsAsync(tenant, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            string? failure = null;
            try
            {
                if (!await faults.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failure = "The check could not be made: " + exception.GetBaseException().Message;
            }
            yield return failure ?? faults.Current;
            if (failure is not null)
            {
                yield break;
            }
        }
    }
}
