using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Stores;

/// <summary>A module's tables in tenant stores. Entities implement <see cref="ITenantRow"/>; table and column names follow the schema steps.</summary>
public interface ITenantModel
{
    /// <summary>Maps the module's entities.</summary>
    void Configure(ModelBuilder model);
}
