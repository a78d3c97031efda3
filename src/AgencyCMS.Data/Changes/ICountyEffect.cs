using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Data.Changes;

/// <summary>A consumer's effect in the county store. Wrapped by <see cref="CountyConsumer{T}"/>, which keeps the position in the same transaction.</summary>
public interface ICountyEffect
{
    /// <summary>Stable name of the consumer.</summary>
    string Name { get; }

    /// <summary>Adds rows to the session; must not save. A change is given to it again only when nothing of it was stored.</summary>
    Task ApplyAsync(CountyDb db, Tenant tenant, IReadOnlyList<Change> changes, CancellationToken cancellationToken);
}
