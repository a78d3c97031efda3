using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;
using AgencyCMS.Tenants.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Tenants.SwitchFeatures;

/// <summary>A site's page of its own features.</summary>
[FeatureGate(TenantFeatures.Switching)]
[RequirePermission(TenantPermissions.SwitchFeatures)]
internal sealed class SwitchOwnFeaturesEndpoint(ITenantLifecycle lifecycle, TenantContext context, FeaturesQuery query, FeatureCatalogue catalogue, IActorSource actors, IStringLocalizer localizer) : Controller
{
    [HttpGet("/admin/features", Name = TenantRoutes.OwnFeatures)]
    public IActionResult List() => View("SwitchFeatures", query.Run(context.Tenant, isOwn: true));

    [HttpPost("/admin/features", Name = TenantRoutes.SwitchOwnFeature)]
    public async Task<IActionResult> Switch([FromForm] string feature, [FromForm] bool on, CancellationToken cancellationToken)
    {
        // The county may switch its own, as it may those of agencies: with the same question first.
        if (!on && context.Tenant.IsCounty && catalogue.Find(feature ?? "") is { IsCore: true } core && context.Tenant.HasFeature(core.Id))
        {
            return RedirectToRoute(TenantRoutes.ConfirmFeature, new { id = context.Tenant.Id.Value, feature = core.Id });
        }
        var actor = await actors.GetAsync();
        var outcome = on
            ? await lifecycle.EnableFeatureAsync(context.Tenant.Id, feature ?? "", actor, cancellationToken)
            : await lifecycle.DisableFeatureAsync(context.Tenant.Id, feature ?? "", actor, cancellationToken);
        if (outcome.IsRefused)
        {
            return this.Again("SwitchFeatures", query.Run(context.Tenant, isOwn: true), outcome.Problems, localizer);
        }
        TempData.AddAlert(AlertKind.Good, localizer[on ? "The feature is on." : "The feature is off."]);
        return RedirectToRoute(TenantRoutes.OwnFeatures);
    }
}
