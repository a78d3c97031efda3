using AgencyCMS.Modularity.Operations;
using AgencyCMS.Search.Contracts;

namespace AgencyCMS.Search.Maintenance;

/// <summary>Builds the indexes of a county that was put back: a backup holds none.</summary>
internal sealed class IndexesAfterRestore(ISearchMaintenance maintenance) : IAfterRestore
{
    public Task RunAsync(CancellationToken cancellationToken) => maintenance.RebuildAllAsync(null, cancellationToken);
}
