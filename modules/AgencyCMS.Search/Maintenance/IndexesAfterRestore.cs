using AgencyCMS.Modularity.Operations;
using AgencyCMS.Search.Contracts;

namespace AgencyCMS.Search.Maintenance;

/// <summary>Builds the indexes of a county that was put back: a backup holds none.</summary>
internal sealed class IndexesAfterRestore(ISearchMaintenance maintenance) : IAfterRestore
{
    public string Name => "search.indexes";

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken) => (await maintenance.RebuildAllAsync(null, cancellationToken)).Faults;
}
