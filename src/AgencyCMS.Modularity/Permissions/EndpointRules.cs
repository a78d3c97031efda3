using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Modularity.Permissions;

/// <summary>The start-up check that every endpoint says who may call it (deny by default).</summary>
public static class EndpointRules
{
    /// <exception cref="InvalidOperationException">Lists every endpoint that declares none or more than one rule, or an unknown permission.</exception>
    public static void Check(IEnumerable<Endpoint> endpoints, IEnumerable<Permission> permissions)
    {
        var known = permissions.Select(permission => permission.Id).ToHashSet(StringComparer.Ordinal);
        var faults = endpoints.SelectMany(endpoint => Faults(endpoint, known)).ToList();
        if (faults.Count > 0)
        {
            throw new InvalidOperationException("Endpoints without a clear rule of access:" + string.Concat(faults.Select(fault => "\n  " + fault)));
        }
    }

    private static IEnumerable<string> Faults(Endpoint endpoint, HashSet<string> known)
    {
        if (endpoint is not RouteEndpoint route)
        {
            yield break;
        }
        var rules = endpoint.Metadata.GetOrderedMetadata<IEndpointRule>();
        if (rules.Count == 0)
        {
            yield return $"{route.RoutePattern.RawText} ({endpoint.DisplayName}) declares no permission and is not public.";
        }
        if (rules.OfType<PublicAccessAttribute>().Any() && rules.Any(rule => rule is not PublicAccessAttribute))
        {
            yield return $"{route.RoutePattern.RawText} ({endpoint.DisplayName}) is both public and restricted.";
        }
        foreach (var rule in rules.OfType<RequirePermissionAttribute>().Where(rule => !known.Contains(rule.PermissionId)))
        {
            yield return $"{route.RoutePattern.RawText} ({endpoint.DisplayName}) needs the unknown permission {rule.PermissionId}.";
        }
    }
}
