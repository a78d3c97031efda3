using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Tenants.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.ConfirmFeature;

/// <summary>Switches a feature off that the site cannot do without: shows what is gone then, and wants the site's name typed.</summary>
[RequirePermission(TenantPermissions.Manage)]
internal sealed class ConfirmFeatureEndpoint(
    ITenantLifecycle lifecycle, TenantDirectory directory, ConfirmFeatureQuery query, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("/admin/tenants/{id:int}/features/{feature}/off", Name = TenantRoutes.ConfirmFeature)]
    public IActionResult Ask([FromRoute] int id, [FromRoute] string feature) => Page(id, feature, null) is { } page ? View("ConfirmFeature", page) : NotFound();

    [HttpPost("/admin/tenants/{id:int}/features/{feature}/off")]
    public async Task<IActionResult> Do([FromRoute] int id, [FromRoute] string feature, [FromForm] string? text, CancellationToken cancellationToken)
    {
        if (Page(id, feature, text) is not { } page)
        {
            return NotFound();
        }
        if (text?.Trim() != page.Tenant.Name)
        {
            return this.Again("ConfirmFeature", page, [TenantRefusals.NameNotConfirmed(page.Tenant.Name)], localizer);
        }
        var outcome = await lifecycle.DisableFeatureAsync(page.Tenant.Id, feature, await actors.GetAsync(), cancellationToken);
        if (outcome.IsRefused)
        {
            return this.Again("ConfirmFeature", page, outcome.Problems, localizer);
        }
        TempData.AddAlert(AlertKind.Good, localizer["The feature is off."]);
        return RedirectToRoute(TenantRoutes.Features, new { id });
    }

    private ConfirmFeaturePage? Page(int id, string feature, string? text) => directory.Find(new TenantId(id)) is { } tenant ? query.Run(tenant, feature, text) : null;
}
