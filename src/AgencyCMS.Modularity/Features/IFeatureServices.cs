namespace AgencyCMS.Modularity.Features;

/// <summary>
/// The one door to services that many modules contribute. Leaves out those whose feature is off for the current tenant,
/// so that a disabled feature is never called, except for what keeps stored data true (<see cref="Modules.ModuleBuilder.ContributeAlways"/>).
/// </summary>
public interface IFeatureServices<out T>
    where T : class
{
    /// <summary>The contributed services of the current tenant, in the order their modules were loaded.</summary>
    IEnumerable<T> All { get; }
}
