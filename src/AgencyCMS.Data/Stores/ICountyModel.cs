using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Data.Stores;

/// <summary>A module's tables in the county store.</summary>
public interface ICountyModel
{
    /// <summary>Maps the module's entities.</summary>
    void Configure(ModelBuilder model);
}
