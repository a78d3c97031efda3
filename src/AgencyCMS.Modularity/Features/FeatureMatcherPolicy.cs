using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace AgencyCMS.Modularity.Features;

/// <summary>Hides the endpoints whose feature is off for the current tenant: the answer is a plain 404.</summary>
internal sealed class FeatureMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    // Before every policy of the framework, so that a hidden endpoint cannot make another one ambiguous.
    public override int Order => -1000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<FeatureGateAttribute>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var tenant = httpContext.Features.Get<Tenant>();
        var isOneHidden = false;
        for (var i = 0; i < candidates.Count; i++)
        {
            var gate = candidates[i].Endpoint.Metadata.GetMetadata<FeatureGateAttribute>();
            if (gate is not null && tenant?.HasFeature(gate.FeatureId) != true)
            {
                candidates.SetValidity(i, false);
                isOneHidden = true;
            }
        }
        for (var i = 0; isOneHidden && i < candidates.Count; i++)
        {
            if (candidates[i].Endpoint.Metadata.GetMetadata<YieldsToFeaturesAttribute>() is not null)
            {
                candidates.SetValidity(i, false);
            }
        }
        return Task.CompletedTask;
    }
}
