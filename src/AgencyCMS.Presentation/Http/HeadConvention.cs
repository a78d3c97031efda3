using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Presentation.Http;

/// <summary>Lets whatever answers GET answer HEAD, too; the server leaves out the body. Link checkers and monitors ask that way.</summary>
/// <remarks>Source: RFC 9110, sections 9.1 and 9.3.2: a general-purpose server must support both.</remarks>
internal sealed class HeadConvention : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        foreach (var selector in action.Selectors)
        {
            foreach (var constraint in selector.ActionConstraints.OfType<HttpMethodActionConstraint>().Where(constraint => IsGetAlone(constraint.HttpMethods)).ToList())
            {
                selector.ActionConstraints.Remove(constraint);
                selector.ActionConstraints.Add(new HttpMethodActionConstraint([.. constraint.HttpMethods, HttpMethods.Head]));
            }
            Apply(selector.EndpointMetadata);
        }
    }

    /// <summary>The same for endpoints that are not controllers.</summary>
    public static RouteGroupBuilder Apply(RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(endpoint => Apply(endpoint.Metadata));
        return group;
    }

    private static void Apply(IList<object> endpoint)
    {
        foreach (var metadata in endpoint.OfType<HttpMethodMetadata>().Where(metadata => IsGetAlone(metadata.HttpMethods)).ToList())
        {
            endpoint.Remove(metadata);
            endpoint.Add(new HttpMethodMetadata([.. metadata.HttpMethods, HttpMethods.Head]));
        }
    }

    private static bool IsGetAlone(IEnumerable<string> methods) =>
        methods.Contains(HttpMethods.Get, StringComparer.OrdinalIgnoreCase) && !methods.Contains(HttpMethods.Head, StringComparer.OrdinalIgnoreCase);
}
