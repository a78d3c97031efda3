using AgencyCMS.Accounts.Domain;
using AgencyCMS.Data.Stores;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.Accounts.Storage;

internal sealed class RoleModel : ITenantModel
{
    public void Configure(ModelBuilder model) => model.Entity<Role>(entity =>
    {
        entity.ToTable("roles").HasKey(role => new { role.TenantId, role.Name });
        entity.Ignore(role => role.PermissionIds);
    });
}
