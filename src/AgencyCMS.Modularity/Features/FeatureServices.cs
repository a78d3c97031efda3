using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Modularity.Features;

internal sealed class FeatureServices<T>(IServiceProvider services, IEnumerable<Contribution> contributions, TenantContext context) : IFeatureServices<T>
    where T : class
{
    public IEnumerable<T> All => contributions
        .Where(contribution => contribution.Contract == typeof(T) && (contribution.FeatureId is not { } feature || context.Tenant.HasFeature(feature)))
        .Select(contribution => (T)services.GetRequiredService(contribution.Implementation));
}
