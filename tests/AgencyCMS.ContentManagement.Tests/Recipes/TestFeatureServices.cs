using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Recipes.Running;

namespace AgencyCMS.ContentManagement.Tests.Recipes;

/// <summary>The contributions of the test's features: one step, of a feature that is off at first.</summary>
internal sealed class TestFeatureServices<T>(TenantContext context) : IFeatureServices<T>
    where T : class
{
    public IEnumerable<T> All => typeof(T) == typeof(IContentHandler) ? [(T)(object)new LateRule()] : typeof(T) == typeof(IRecipeStep) && context.Tenant.HasFeature("Test.Late") ? [(T)(object)new LateStep()] : [];
}
