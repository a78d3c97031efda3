using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants.Contracts;

/// <summary>
/// The life of tenants: the one path for the county's console, the operator's commands, recipes and first set-up. Every change works at once in this process
/// and within a second in others, and is written into the tenant's history with who did it. A singleton.
/// </summary>
public interface ITenantLifecycle
{
    /// <summary>
    /// Makes a tenant and sets it up by its recipe. When anything fails, also when the process is killed, nothing of it stays behind.
    /// </summary>
    /// <returns>The running tenant, or every reason against it at once.</returns>
    Task<Outcome<Tenant>> CreateAsync(NewTenant wanted, Actor actor, IProgress<ProvisioningStage>? progress, CancellationToken cancellationToken);

    /// <summary>Closes a running tenant for the time being.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="notice">What visitors read, at most 1000 characters; empty for the usual sentence in the tenant's language.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Stops before it is done.</param>
    Task<Outcome<Tenant>> SuspendAsync(TenantId id, string notice, Actor actor, CancellationToken cancellationToken);

    /// <summary>Opens a suspended tenant again.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="notice">The notice with which the caller has closed it: when somebody else has closed it since, with another, it stays closed. Null to open it in any case.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Stops before it is done.</param>
    Task<Outcome<Tenant>> ResumeAsync(TenantId id, string? notice, Actor actor, CancellationToken cancellationToken);

    /// <summary>Closes a tenant for good; its data are kept.</summary>
    Task<Outcome<Tenant>> ArchiveAsync(TenantId id, Actor actor, CancellationToken cancellationToken);

    /// <summary>Takes a tenant away from everybody. Its data are removed after 30 days.</summary>
    Task<Outcome<Tenant>> DeleteAsync(TenantId id, Actor actor, CancellationToken cancellationToken);

    /// <summary>Takes a deletion back; the tenant is in the state that it had before.</summary>
    Task<Outcome<Tenant>> RestoreAsync(TenantId id, Actor actor, CancellationToken cancellationToken);

    /// <summary>Changes what a tenant is called and where it is found.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="description">The new one, complete.</param>
    /// <param name="version">Version of the record that the person saw, to notice that somebody else has changed it; null for whatever it is now.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Stops before it is done.</param>
    Task<Outcome<Tenant>> DescribeAsync(TenantId id, TenantDescription description, int? version, Actor actor, CancellationToken cancellationToken);

    /// <summary>Switches a feature on, with those it depends on; a core feature only for the county office and the operator.</summary>
    Task<Outcome<Tenant>> EnableFeatureAsync(TenantId id, string featureId, Actor actor, CancellationToken cancellationToken);

    /// <summary>Switches a feature off; refused while another needs it, and a core feature for all but the county office and the operator.</summary>
    Task<Outcome<Tenant>> DisableFeatureAsync(TenantId id, string featureId, Actor actor, CancellationToken cancellationToken);
}
