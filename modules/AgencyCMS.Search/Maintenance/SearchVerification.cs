using System.Runtime.CompilerServices;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Search.Contracts;

namespace AgencyCMS.Search.Maintenance;

/// <summary>The indexes of this node agree with the store.</summary>
internal sealed class SearchVerification(ISearchMaintenance maintenance) : IVerification
{
    public string Name => "search.index";

    public async IAsyncEnumerable<string> FindFaultsAsync(Tenant tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var finding in await maintenance.VerifyAsync(tenant, cancellationToken))
        {
            if (finding.Damage is not null)
            {
                yield return $"The {finding.Index} index cannot be used: {finding.Damage}";
            }
            foreach (var id in finding.Missing)
            {
                yield return $"The {finding.Index} index lacks the public item {id}.";
            }
            foreach (var id in finding.Superfluous)
            {
                yield return $"The {finding.Index} index holds the item {id}, which is not public.";
            }
            foreach (var id in finding.Outdated)
            {
                yield return $"The {finding.Index} index holds another version of the item {id} than the public one.";
            }
        }
    }
}
