using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Architecture.Tests.Live;

[Collection(LiveHostCollection.Name)]
public sealed class EndpointTests(LiveHost host)
{
    [Fact]
    public void Endpoint_SaysWhoMayCallIt()
    {
        // Act
        var breaches = host.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointRule>() is null).Select(endpoint => $"{Name(endpoint)} has no rule of access.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Endpoint_OfAModule_IsPartOfAFeatureOfThatModule()
    {
        // Arrange
        var features = host.Modules.ToDictionary(module => module.Assembly, module => module.Features.Select(feature => feature.Id).ToHashSet());

        // Act
        var breaches = host.Endpoints
            .Select(endpoint => (endpoint, Assembly: endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly))
            .Where(pair => pair.Assembly is not null && features.ContainsKey(pair.Assembly))
            .Where(pair => pair.endpoint.Metadata.GetMetadata<FeatureGateAttribute>() is not { } gate || !features[pair.Assembly!].Contains(gate.FeatureId))
            .Select(pair => $"{Name(pair.endpoint)} is not part of a feature of its module.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Endpoint_NamesItsMethods()
    {
        // Act: the page of an error is shown for whatever method failed.
        var breaches = host.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && endpoint.RoutePattern.RawText?.StartsWith("error/", StringComparison.Ordinal) != true)
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is null).Select(endpoint => $"{Name(endpoint)} answers every method.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void RouteName_IsUnique()
    {
        // Act
        var breaches = host.Endpoints.Select(endpoint => (endpoint, Route: endpoint.Metadata.GetMetadata<IRouteNameMetadata>()?.RouteName)).Where(pair => pair.Route is not null)
            .GroupBy(pair => pair.Route).Where(group => group.Select(pair => pair.endpoint.RoutePattern.RawText).Distinct().Count() > 1)
            .Select(group => $"The route name {group.Key} is used by {string.Join(" and ", group.Select(pair => Name(pair.endpoint)))}.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Permission_IsDeclaredOnceAndDescribed()
    {
        // Act
        var permissions = host.Services.GetServices<Permission>().ToList();
        var breaches = permissions.GroupBy(permission => permission.Id).Where(group => group.Count() > 1).Select(group => $"The permission {group.Key} is declared {group.Count()} times.")
            .Concat(permissions.Where(permission => permission.Description.Length == 0).Select(permission => $"The permission {permission.Id} has no description."))
            .Concat(permissions.Where(permission => !SourceNames.IsCode(permission.Id)).Select(permission => $"The permission {permission.Id} is not module.verb in kebab case."));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    private static string Name(RouteEndpoint endpoint) => $"{endpoint.RoutePattern.RawText} ({endpoint.DisplayName})";
}
