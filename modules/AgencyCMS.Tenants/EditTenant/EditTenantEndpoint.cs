using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Tenants.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.EditTenant;

[RequirePermission(TenantPermissions.Manage)]
internal sealed class EditTenantEndpoint(ITenantLifecycle lifecycle, TenantDirectory directory, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("/admin/tenants/{id:int}/edit", Name = TenantRoutes.Edit)]
    public IActionResult Show([FromRoute] int id) => Find(id) is { } tenant ? View("EditTenant", EditTenantForm.Of(tenant)) : NotFound();

    [HttpPost("/admin/tenants/{id:int}/edit")]
    public async Task<IActionResult> Save([FromRoute] int id, [FromForm] EditTenantForm form, CancellationToken cancellationToken)
    {
        if (Find(id) is null)
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return this.Again("EditTenant", form, [], localizer);
        }
        var outcome = await lifecycle.DescribeAsync(new TenantId(id), form.ToDescription(), form.Version, await actors.GetAsync(), cancellationToken);
        if (!outcome.TryGet(out var tenant))
        {
            return this.Again("EditTenant", form, outcome.Problems, localizer);
        }
        TempData.AddAlert(AlertKind.Good, localizer["“{0}” is saved and works at once.", tenant.Title]);
        return RedirectToRoute(TenantRoutes.Show, new { id });
    }

    // The page around the form names the tenant as it is now, whatever was typed.
    private Tenant? Find(int id)
    {
        var tenant = directory.Find(new TenantId(id));
        ViewData["Tenant"] = tenant;
        return tenant;
    }
}
