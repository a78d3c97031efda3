using AgencyCMS.Data.Stores;
using AgencyCMS.Operations.Storage;

namespace AgencyCMS.Operations.Verify;

/// <summary>Looks at the county store.</summary>
internal sealed class CountyVerification(DataOptions options, StoreFiles files)
{
    public const string Name = "county.store";

    public IAsyncEnumerable<string> FindFaultsAsync(CancellationToken cancellationToken) =>
        options.Provider == DatabaseProvider.Sqlite ? StoreIntegrity.CheckAsync(files.County, cancellationToken) : AsyncEnumerable.Empty<string>();
}
