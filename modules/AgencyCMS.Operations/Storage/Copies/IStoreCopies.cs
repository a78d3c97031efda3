using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Operations.Storage.Copies;

/// <summary>Copies of stores as files, on one kind of database.</summary>
internal interface IStoreCopies
{
    /// <summary>Ending of the files, with the dot.</summary>
    string Extension { get; }

    /// <summary>True when a copy of an older schema can be brought up to date after it was put back.</summary>
    bool CanUpgrade { get; }

    /// <summary>Begins to copy.</summary>
    Task<IStoreReading> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Puts a copy into the place of a tenant's store, as a whole or not at all, while others have the store open. Numbers of changes are not given twice: the
    /// log goes on above the highest number that either had, with a change <c>store.restored</c>. Nor are those of <see cref="AgencyCMS.Data.Stores.LastingCounters"/>.
    /// </summary>
    /// <param name="tenant">Whose store.</param>
    /// <param name="file">The copy.</param>
    /// <param name="keepAsync">Called while nobody can write into the store: what it reads there is exactly what is replaced.</param>
    /// <param name="cancellationToken">Stops until the copy takes the place.</param>
    Task ReplaceTenantAsync(TenantId tenant, string file, Func<Task> keepAsync, CancellationToken cancellationToken);

    /// <summary>
    /// Puts copies of stores into empty ones, or over what a restore that was broken off has left. The county's comes last, so that an interrupted restore can be
    /// begun again.
    /// </summary>
    /// <returns>The tenants whose copy could not be put back, with the reason; they have nothing then.</returns>
    Task<IReadOnlyDictionary<TenantId, string>> FillAsync(
        string countyFile, IReadOnlyList<(TenantId Tenant, string File)> tenants, IProgress<int> progress, CancellationToken cancellationToken);
}
