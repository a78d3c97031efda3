namespace AgencyCMS.Data.Stores;

/// <summary>What a tenant's store has given away for good, such as numbers that people cite, and that an older copy in its place must not give again.</summary>
public interface IRestoreMemory
{
    /// <summary>Reads what is to be remembered from the store that is about to be replaced.</summary>
    /// <param name="db">The store as it is.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Tells it to the store that has taken its place; the caller saves.</returns>
    Task<Func<TenantDb, CancellationToken, Task>> RememberAsync(TenantDb db, CancellationToken cancellationToken);
}
