using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AgencyCMS.Data.Stores;

/// <summary>Keeps built models apart by the modules they were built from: one process may hold hosts with different modules.</summary>
internal sealed class ModelKeys : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => context switch
    {
        TenantDb tenant => (tenant.Models, designTime),
        CountyDb county => (county.Models, designTime),
        _ => (context.GetType(), designTime),
    };
}
