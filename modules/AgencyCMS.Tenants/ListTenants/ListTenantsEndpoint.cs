using System.Collections.Immutable;
using AgencyCMS.Admin.Contracts;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Tenants.ListTenants;

[RequirePermission(TenantPermissions.Manage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ListTenantsEndpoint(ListTenantsQuery query, IFeatureServices<ITenantFigures> figures) : Controller
{
    [HttpGet("/admin/tenants", Name = TenantRoutes.List)]
    public async Task<IActionResult> List([FromQuery] TenantListFilter filter, CancellationToken cancellationToken)
    {
        // A filter that cannot be read is no filter; the list is never an error page.
        ModelState.Clear();
        var list = query.Run(filter);
        var columns = ImmutableArray.CreateBuilder<TenantColumn>();
        foreach (var source in figures.All)
        {
            columns.AddRange(await source.ReadAsync(list.Tenants, cancellationToken));
        }
        return View("ListTenants", list with { Columns = [.. columns.OrderBy(column => column.Order)] });
    }
}
