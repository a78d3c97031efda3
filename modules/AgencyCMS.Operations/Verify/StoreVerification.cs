using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Storage;

namespace AgencyCMS.Operations.Verify;

/// <summary>Looks at a tenant's store file.</summary>
internal sealed class StoreVerification(DataOptions options, StoreFiles files) : IVerification
{
    public string Name => "data.store";

    public IAsyncEnumerable<string> FindFaultsAsync(Tenant tenant, CancellationToken cancellationToken) =>
        options.Provider == DatabaseProvider.Sqlite ? StoreIntegrity.CheckAsync(files.Tenant(tenant.Id), cancellationToken) : AsyncEnumerable.Empty<string>();
}
