using System.Reflection;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AgencyCMS.Architecture.Tests.Live;

[Collection(LiveHostCollection.Name)]
public sealed class EndpointTests(LiveHost host)
{
    [Fact]
    public void Endpoint_SaysWhoMayCallIt()
    {
        // Act
        var breaches = WithoutRule(host.Endpoints);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Endpoint_ThatDoesNotSayWhoMayCallIt_IsABreach()
    {
        // Act
        var breach = Assert.Single(WithoutRule([At("open", new PublicAccessAttribute()), At("forgotten")]));

        // Assert
        Assert.StartsWith("forgotten ", breach, StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoint_OfAModule_IsPartOfAFeatureOfThatModule()
    {
        // Arrange
        var features = host.Modules.ToDictionary(module => module.Assembly, module => module.Features.Select(feature => feature.Id).ToHashSet());

        // Act
        var breaches = OutsideItsModule(host.Endpoints, features);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Endpoint_OfAModule_WithTheGateOfAnother_IsABreach()
    {
        // Arrange
        var action = new ControllerActionDescriptor { ControllerTypeInfo = typeof(EndpointTests).GetTypeInfo() };
        var features = new Dictionary<Assembly, HashSet<string>> { [typeof(EndpointTests).Assembly] = ["Sample"] };

        // Act
        var breaches = OutsideItsModule([At("own", action, new FeatureGateAttribute("Sample")), At("other", action, new FeatureGateAttribute("Other")), At("ungated", action)], features);

        // Assert
        Assert.Equal(["other", "ungated"], breaches.Select(breach => breach.Split(' ')[0]));
    }

    [Fact]
    public void Endpoint_NamesItsMethods()
    {
        // Act
        var breaches = WithoutMethods(host.Endpoints);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Endpoint_ThatAnswersEveryMethod_IsABreach()
    {
        // Arrange
        var action = new ControllerActionDescriptor();

        // Act
        var breach = Assert.Single(WithoutMethods([At("named", action, new HttpMethodMetadata(["GET"])), At("any", action), At("error/{code}", action)]));

        // Assert
        Assert.StartsWith("any ", breach, StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoint_ThatAnswersGet_AnswersHead()
    {
        // Act
        var breaches = DeafToHead(host.Endpoints);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Endpoint_ThatAnswersGetAlone_IsABreach()
    {
        // Act
        var breach = Assert.Single(DeafToHead([At("both", new HttpMethodMetadata(["GET", "HEAD"])), At("deaf", new HttpMethodMetadata(["GET"])), At("form", new HttpMethodMetadata(["POST"]))]));

        // Assert
        Assert.StartsWith("deaf ", breach, StringComparison.Ordinal);
    }

    [Fact]
    public void RouteName_IsUnique()
    {
        // Act
        var breaches = SharedRouteNames(host.Endpoints);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void RouteName_OfTwoAddresses_IsABreach()
    {
        // Act
        var breach = Assert.Single(SharedRouteNames([At("one", new RouteNameMetadata("board")), At("two", new RouteNameMetadata("board")), At("three", new RouteNameMetadata("other"))]));

        // Assert
        Assert.StartsWith("The route name board is used by one", breach, StringComparison.Ordinal);
    }

    private static IEnumerable<string> WithoutRule(IEnumerable<RouteEndpoint> endpoints) =>
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointRule>() is null).Select(endpoint => $"{Name(endpoint)} has no rule of access.");

    private static IEnumerable<string> OutsideItsModule(IEnumerable<RouteEndpoint> endpoints, IReadOnlyDictionary<Assembly, HashSet<string>> features) => endpoints
        .Select(endpoint => (endpoint, Assembly: endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly))
        .Where(pair => pair.Assembly is not null && features.ContainsKey(pair.Assembly))
        .Where(pair => pair.endpoint.Metadata.GetMetadata<FeatureGateAttribute>() is not { } gate || !features[pair.Assembly!].Contains(gate.FeatureId))
        .Select(pair => $"{Name(pair.endpoint)} is not part of a feature of its module.");

    // The page of an error is shown for whatever method failed.
    private static IEnumerable<string> WithoutMethods(IEnumerable<RouteEndpoint> endpoints) => endpoints
        .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && endpoint.RoutePattern.RawText?.StartsWith("error/", StringComparison.Ordinal) != true)
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is null).Select(endpoint => $"{Name(endpoint)} answers every method.");

    private static IEnumerable<string> DeafToHead(IEnumerable<RouteEndpoint> endpoints) => endpoints
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && methods.HttpMethods.Contains("GET") && !methods.HttpMethods.Contains("HEAD"))
        .Select(endpoint => $"{Name(endpoint)} answers GET and not HEAD.");

    private static IEnumerable<string> SharedRouteNames(IEnumerable<RouteEndpoint> endpoints) => endpoints
        .Select(endpoint => (endpoint, Route: endpoint.Metadata.GetMetadata<IRouteNameMetadata>()?.RouteName)).Where(pair => pair.Route is not null)
        .GroupBy(pair => pair.Route).Where(group => group.Select(pair => pair.endpoint.RoutePattern.RawText).Distinct().Count() > 1)
        .Select(group => $"The route name {group.Key} is used by {string.Join(" and ", group.Select(pair => Name(pair.endpoint)))}.");

    private static RouteEndpoint At(string pattern, params object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(pattern), 0, new EndpointMetadataCollection(metadata), pattern);

    private static string Name(RouteEndpoint endpoint) => $"{endpoint.RoutePattern.RawText} ({endpoint.DisplayName})";
}
