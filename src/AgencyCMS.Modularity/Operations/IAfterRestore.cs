namespace AgencyCMS.Modularity.Operations;

/// <summary>
/// A module's share in putting a whole county back from a backup: it ends what must not live again and builds what the backup leaves out because it can be built.
/// Singletons, called when all stores are in their place and up to date; called again when a restore is repeated.
/// </summary>
public interface IAfterRestore
{
    /// <summary>Stable name, <c>module.subject</c>, such as <c>search.indexes</c>.</summary>
    string Name { get; }

    /// <summary>Does it. What throws must be mended and the restore repeated before a server starts.</summary>
    /// <returns>What could not be done and can be made good later, each as an English sentence that names it; nothing when all is well.</returns>
    Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken);
}
