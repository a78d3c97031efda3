using System.Net;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Browsing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.Rights;

/// <summary>A person who tries every endpoint of one tenant, and what should come of it.</summary>
internal sealed class Visitor
{
    public const string Anonymous = "nobody";
    public const string StaffWithoutRoles = "staff without roles";

    private readonly County _county;
    private readonly Tenant _tenant;
    private readonly Browser _browser;
    private readonly HashSet<string> _permissions;
    private readonly bool _isSignedIn;
    private readonly bool _isStaff;

    private Visitor(County county, Tenant tenant, Browser browser, IEnumerable<string> permissions, bool isSignedIn, bool isStaff)
    {
        (_county, _tenant, _browser, _isSignedIn, _isStaff) = (county, tenant, browser, isSignedIn, isStaff);
        var possible = county.Host.Services.GetServices<Permission>().Where(permission => tenant.IsCounty || !permission.CountyOnly).Select(permission => permission.Id);
        _permissions = [.. permissions.Intersect(possible)];
    }

    /// <param name="county">The running county.</param>
    /// <param name="tenant">Where everything is tried.</param>
    /// <param name="recipe">Recipe that defines the tenant's roles.</param>
    /// <param name="person">Who: nobody, staff without roles, somebody from elsewhere, or a role.</param>
    /// <param name="role">The role; null for the others.</param>
    public static async Task<Visitor> ComeAsync(County county, Tenant tenant, string recipe, string person, string? role)
    {
        if (person == Anonymous)
        {
            return new Visitor(county, tenant, county.Browse(tenant), [], isSignedIn: false, isStaff: false);
        }
        if (role is null && person != StaffWithoutRoles)
        {
            var elsewhere = await county.AddPersonAsync(county.Twin, "SiteAdministrator");
            return new Visitor(county, tenant, await county.SignInAsync(elsewhere, tenant), [], isSignedIn: true, isStaff: false);
        }
        var browser = await county.SignInAsAsync(tenant, role is null ? [] : [role]);
        return new Visitor(county, tenant, browser, role is null ? [] : County.PermissionsOf(recipe, role), isSignedIn: true, isStaff: true);
    }

    /// <returns>A sentence for each address that answered otherwise than the rule of its endpoint says.</returns>
    public async Task<IReadOnlyList<string>> TryEverythingAsync()
    {
        var surfaces = _county.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => MethodsOf(endpoint).Select(method => (Method: method, Path: SampleAddress.Of(endpoint.RoutePattern), Endpoint: endpoint)))
            .GroupBy(surface => (surface.Method, surface.Path), surface => surface.Endpoint).ToList();
        Assert.NotEmpty(surfaces);
        var faults = new List<string>();
        foreach (var surface in surfaces)
        {
            if (await TryAsync(surface.Key.Method, surface.Key.Path, [.. surface]) is { } fault)
            {
                faults.Add(fault);
            }
        }
        return faults;
    }

    /// <param name="method">HTTP method.</param>
    /// <param name="path">Address under the tenant.</param>
    /// <param name="endpoints">All that have this address, mostly one; several when modules take turns, such as for a first page.</param>
    private async Task<string?> TryAsync(string method, string path, IReadOnlyList<RouteEndpoint> endpoints)
    {
        // The health addresses belong to no tenant and no feature.
        var isPlatform = path.StartsWith("health", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(method), (isPlatform ? "/" : "") + path);
        using var answer = await _browser.SendAsync(request);
        var matched = answer.Headers.TryGetValues(MatchedEndpoints.Header, out var names) ? Uri.UnescapeDataString(names.First()) : null;
        var visible = endpoints.Where(IsVisible).ToList();
        if (visible.Count == 0)
        {
            return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed ? null : Describe("nothing there");
        }
        if (visible.Find(endpoint => endpoint.DisplayName == matched) is not { } reached)
        {
            return Describe(string.Join(" or ", visible.Select(endpoint => endpoint.DisplayName)));
        }
        var mayCall = RulesOf(reached).All(IsMet);
        var isRight = mayCall
            ? answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (int)answer.StatusCode < 500 && !LeadsToSignIn(answer, path)
            : _isSignedIn ? answer.StatusCode == HttpStatusCode.Forbidden
            : answer.StatusCode == HttpStatusCode.Unauthorized || LeadsToSignIn(answer);
        return isRight ? null : Describe(mayCall ? "to be let in" : "to be refused");

        string Describe(string expected) => $"{method} {_tenant.Name}/{path}: expected {expected}, got {(int)answer.StatusCode} from {matched ?? "nothing"}";
    }

    private bool IsVisible(Endpoint endpoint) => endpoint.Metadata.GetMetadata<FeatureGateAttribute>() is not { } gate || _tenant.HasFeature(gate.FeatureId);

    private static IReadOnlyList<string> MethodsOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"];

    private static IReadOnlyList<IEndpointRule> RulesOf(Endpoint endpoint)
    {
        var rules = endpoint.Metadata.GetOrderedMetadata<IEndpointRule>();
        Assert.NotEmpty(rules);
        return rules;
    }

    private bool IsMet(IEndpointRule rule) => rule switch
    {
        PublicAccessAttribute => true,
        SignedInAttribute => _isSignedIn,
        StaffOnlyAttribute => _isStaff,
        RequirePermissionAttribute needed => _permissions.Contains(needed.PermissionId),
        _ => throw new InvalidOperationException($"The matrix does not know the rule {rule.GetType().Name}."),
    };

    private static bool LeadsToSignIn(HttpResponseMessage answer, string from = "") =>
        answer.StatusCode == HttpStatusCode.Found && !from.StartsWith("account/", StringComparison.Ordinal)
        && answer.Headers.Location?.ToString().Contains("account/sign-in", StringComparison.Ordinal) == true;
}
