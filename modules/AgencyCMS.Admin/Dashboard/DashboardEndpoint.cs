using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Admin.Dashboard;

/// <summary>The first page of the administration: what waits for this person on this site.</summary>
[StaffOnly]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DashboardEndpoint(DashboardQuery query) : Controller
{
    [HttpGet("admin", Name = WellKnownRoutes.Administration)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) => View("Dashboard", await query.ReadAsync(HttpContext, cancellationToken));
}
