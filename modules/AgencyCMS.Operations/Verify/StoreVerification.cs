using System.Runtime.CompilerServices;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Operations;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Operations.Storage;

namespace AgencyCMS.Operations.Verify;

/// <summary>Looks at a tenant's store file.</summary>
internal sealed class StoreVerification(DataOptions options, StoreFiles files) : IVerification
{
    public string Name => "data.store";

    public async IAsyncEnumerable<string> FindFaultsAsync(Tenant tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.Provider != DatabaseProvider.Sqlite)
        {
            yield break;
        }
        var isSound = true;
        await foreach (var fault in StoreIntegrity.CheckAsync(files.Tenant(tenant.Id), cancellationToken))
        {
            isSound = false;
            yield return fault;
        }
        if (isSound && await StoreIdentity.FindFaultAsync(files.Tenant(tenant.Id), tenant.Id, cancellationToken) is { } other)
        {
            yield return other;
        }
    }
}
