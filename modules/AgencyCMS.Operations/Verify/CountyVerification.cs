using System.Runtime.CompilerServices;
using AgencyCMS.Data.Stores;
using AgencyCMS.Operations.Restore;
using AgencyCMS.Operations.Storage;

namespace AgencyCMS.Operations.Verify;

/// <summary>Looks at the county store.</summary>
internal sealed class CountyVerification(DataOptions options, StoreFiles files, UnfinishedRestore restore)
{
    public const string Name = "county.store";

    public async IAsyncEnumerable<string> FindFaultsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What is here may be a part of the county that looks whole.
        if (restore.IsThere)
        {
            yield return "A restore of everything was not finished here; repeat it.";
        }
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            await foreach (var fault in StoreIntegrity.CheckAsync(files.County, cancellationToken))
            {
                yield return fault;
            }
        }
    }
}
