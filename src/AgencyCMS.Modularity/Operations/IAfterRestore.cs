namespace AgencyCMS.Modularity.Operations;

/// <summary>
/// A module's share in putting a whole county back from a backup: it ends what must not live again and builds what the backup leaves out because it can be built.
/// Singletons, called when all stores are in their place and up to date; called again when a restore is repeated.
/// </summary>
public interface IAfterRestore
{
    Task RunAsync(CancellationToken cancellationToken);
}
