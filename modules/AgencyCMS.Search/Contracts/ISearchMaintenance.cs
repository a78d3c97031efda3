using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Search.Contracts;

/// <summary>What operators and administrators do with the indexes of this node. Works beside a running server, from another process too.</summary>
public interface ISearchMaintenance
{
    /// <summary>Builds a tenant's index anew while the old one serves, then has the county's index renew its share of the tenant.</summary>
    /// <param name="tenant">Whose index.</param>
    /// <param name="progress">Told the number of documents done so far; null when nobody looks.</param>
    /// <param name="cancellationToken">Stops before the new index takes over; the old one stays.</param>
    /// <returns>Number of documents.</returns>
    Task<int> RebuildAsync(Tenant tenant, IProgress<int>? progress, CancellationToken cancellationToken);

    /// <summary>Builds the indexes of all tenants and that of the county anew, while the old ones serve. One that cannot be built keeps no other from it.</summary>
    /// <inheritdoc cref="RebuildAsync"/>
    Task<RebuiltIndexes> RebuildAllAsync(IProgress<int>? progress, CancellationToken cancellationToken);

    /// <summary>Compares what the indexes hold of a tenant with its store, item by item and version by version.</summary>
    /// <returns>One finding for each index that should hold the tenant.</returns>
    Task<IReadOnlyList<SearchFinding>> VerifyAsync(Tenant tenant, CancellationToken cancellationToken);
}
