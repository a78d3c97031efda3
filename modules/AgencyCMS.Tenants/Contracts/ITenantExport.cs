using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants.Contracts;

/// <summary>Packs a tenant into one file, while it runs. A singleton.</summary>
public interface ITenantExport
{
    /// <summary>Writes a zip with the tenant's record, its content as a recipe, and a copy of its store and media.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="target">Takes the zip; need not be able to seek. Stays open.</param>
    /// <param name="actor">Who asked for it.</param>
    /// <param name="cancellationToken">Stops the writing; what was written is then worthless.</param>
    Task WriteAsync(Tenant tenant, Stream target, Actor actor, CancellationToken cancellationToken);
}
