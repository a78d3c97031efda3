using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Tenants.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.SwitchFeatures;

/// <summary>The county's page of an agency's features.</summary>
[RequirePermission(TenantPermissions.Manage)]
internal sealed class SwitchFeaturesEndpoint(
    ITenantLifecycle lifecycle, TenantDirectory directory, FeaturesQuery query, FeatureCatalogue catalogue, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("/admin/tenants/{id:int}/features", Name = TenantRoutes.Features)]
    public IActionResult List([FromRoute] int id) => directory.Find(new TenantId(id)) is { } tenant ? View("SwitchFeatures", query.Run(tenant, isOwn: false)) : NotFound();

    [HttpPost("/admin/tenants/{id:int}/features", Name = TenantRoutes.SwitchFeature)]
    public async Task<IActionResult> Switch([FromRoute] int id, [FromForm] string feature, [FromForm] bool on, CancellationToken cancellationToken)
    {
        if (directory.Find(new TenantId(id)) is not { } tenant)
        {
            return NotFound();
        }
        if (!on && catalogue.Find(feature ?? "") is { IsCore: true } core && tenant.HasFeature(core.Id))
        {
            return RedirectToRoute(TenantRoutes.ConfirmFeature, new { id, feature = core.Id });
        }
        var actor = await actors.GetAsync();
        var outcome = on
            ? await lifecycle.EnableFeatureAsync(tenant.Id, feature ?? "", actor, cancellationToken)
            : await lifecycle.DisableFeatureAsync(tenant.Id, feature ?? "", actor, cancellationToken);
        if (outcome.IsRefused)
        {
            return this.Again("SwitchFeatures", query.Run(tenant, isOwn: false), outcome.Problems, localizer);
        }
        TempData.AddAlert(AlertKind.Good, localizer[on ? "The feature is on." : "The feature is off."]);
        return RedirectToRoute(TenantRoutes.Features, new { id });
    }
}
