using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Changes;

/// <summary>
/// Follows the change logs of all tenants and keeps its position beside its effect, so that each effect happens exactly once.
/// Singletons; contributed by modules. What a consumer does for a tenant whose feature is off is its own decision (usually: only move the position).
/// </summary>
public interface IChangeConsumer
{
    /// <summary>Stable name under which positions and failures are kept, such as <c>search.tenant</c>.</summary>
    string Name { get; }

    /// <summary>True when the effect is in this node's own files or memory and every node must apply it; false when nodes share it.</summary>
    bool IsPerNode { get; }

    /// <returns>Number of the last change whose effect is stored; 0 when none is.</returns>
    Task<long> ReadPositionAsync(Tenant tenant, CancellationToken cancellationToken);

    /// <summary>
    /// Applies changes and stores <paramref name="position"/> in the same commit. Either both stand or neither. A change that failed comes again, alone and behind
    /// the position; as that may happen twice when a process is killed, applying it again must change nothing (replace, do not add).
    /// </summary>
    /// <param name="tenant">Whose changes they are.</param>
    /// <param name="changes">In order; may be empty when only the position moves.</param>
    /// <param name="position">The position to store.</param>
    /// <param name="cancellationToken">Stops before the commit, never after it began.</param>
    Task ApplyAsync(Tenant tenant, IReadOnlyList<Change> changes, long position, CancellationToken cancellationToken);
}
