using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Storage.Copies;

/// <summary>Copies stores into files while they are in use. Dispose of it when all copies are made.</summary>
internal interface IStoreReading : IAsyncDisposable
{
    /// <summary>Copies the county store.</summary>
    Task CopyCountyAsync(string file, CancellationToken cancellationToken);

    /// <summary>The tenants with a store that the copy of the county store in this file knows.</summary>
    Task<IReadOnlyList<StoreOwner>> ListTenantsAsync(string countyFile, CancellationToken cancellationToken);

    /// <summary>Copies a tenant's store.</summary>
    /// <returns>False when it has gone.</returns>
    Task<bool> CopyTenantAsync(TenantId tenant, string file, CancellationToken cancellationToken);
}

/// <summary>Whose store a copy is.</summary>
internal sealed record StoreOwner(TenantId Id, string Name, string Title);
