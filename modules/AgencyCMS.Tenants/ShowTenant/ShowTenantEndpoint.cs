using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Presentation;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.ConfirmTenantAction;
using AgencyCMS.Tenants.Storage;
using Microsoft.AspNetCore.Mvc;

namespace AgencyCMS.Tenants.ShowTenant;

[RequirePermission(TenantPermissions.Manage)]
internal sealed class ShowTenantEndpoint(TenantDirectory directory, TenantAddresses addresses, FeatureCatalogue features, TenantHistory history) : Controller
{
    private const int HistoryLines = 50;

    [HttpGet("/admin/tenants/{id:int}", Name = TenantRoutes.Show)]
    public async Task<IActionResult> Show([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (directory.Find(new TenantId(id)) is not { } tenant)
        {
            return NotFound();
        }
        var lines = await history.ReadAsync(tenant.Id, HistoryLines, cancellationToken);
        var theme = features.Find(tenant.Theme)?.Name ?? tenant.Theme;
        return View("ShowTenant", new TenantPage(tenant, tenant.IsRunning ? addresses.HomeOf(tenant) : null, theme, TenantVerb.AllowedFor(tenant), lines));
    }
}
