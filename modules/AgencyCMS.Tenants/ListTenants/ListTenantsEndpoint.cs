using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Tenants.ListTenants;

[RequirePermission(TenantPermissions.Manage)]
internal sealed class ListTenantsEndpoint(ListTenantsQuery query) : Controller
{
    [HttpGet("/admin/tenants", Name = TenantRoutes.List)]
    public IActionResult List([FromQuery] TenantListFilter filter)
    {
        // A filter that cannot be read is no filter; the list is never an error page.
        ModelState.Clear();
        return View("ListTenants", query.Run(filter));
    }
}
