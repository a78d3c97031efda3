using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Modularity.Operations;

/// <summary>
/// A check that what belongs together agrees: rows with their index rows, files with their hashes, an index with its store. Changes nothing, and works beside
/// a running server. Singletons, contributed by modules; the command <c>verify</c> and a nightly job run them.
/// </summary>
public interface IVerification
{
    /// <summary>Stable name, <c>module.subject</c>, such as <c>content.versions</c>.</summary>
    string Name { get; }

    /// <summary>Looks at one tenant that has a store.</summary>
    /// <returns>Every fault as an English sentence that names what is wrong; nothing when all is well.</returns>
    IAsyncEnumerable<string> FindFaultsAsync(Tenant tenant, CancellationToken cancellationToken);
}
