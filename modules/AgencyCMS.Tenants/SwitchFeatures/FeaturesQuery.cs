using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants.SwitchFeatures;

internal sealed class FeaturesQuery(FeatureCatalogue catalogue)
{
    /// <param name="tenant">Whose features.</param>
    /// <param name="isOwn">True for the page of the site's own administrators, false for the county's.</param>
    public FeaturesPage Run(Tenant tenant, bool isOwn) => new(
        tenant, isOwn, [.. catalogue.All.Where(feature => (tenant.IsCounty || !feature.CountyOnly) && !feature.IsTheme).Select(feature => Line(tenant, feature))]);

    private FeatureLine Line(Tenant tenant, FeatureDescriptor feature)
    {
        var isEnabled = tenant.HasFeature(feature.Id);
        var with = isEnabled || !catalogue.Enable(tenant.Kind, tenant.Features, [feature.Id]).TryGet(out var after)
            ? []
            : after.Except(tenant.Features).Where(id => id != feature.Id).Select(NameOf);
        var neededBy = isEnabled ? tenant.Features.Where(other => catalogue.Find(other)?.Dependencies.Contains(feature.Id) == true).Select(NameOf) : [];
        return new FeatureLine(feature, isEnabled, feature.IsAlwaysEnabled || tenant.Theme == feature.Id, feature.IsCore, [.. with.Order()], [.. neededBy.Order()]);
    }

    private string NameOf(string id) => catalogue.Find(id)?.Name ?? id;
}
