using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AgencyCMS.Presentation.Http;

/// <summary>
/// The start-up check that every parameter of an endpoint says where it comes from. One that does not is looked for everywhere, in a form first: a stranger could
/// fill in what the endpoint takes from its address.
/// </summary>
public static class ParameterSources
{
    /// <exception cref="InvalidOperationException">Lists every parameter without a source, and those by which a page for everybody would depend on more than its address.</exception>
    public static void Check(IEnumerable<Endpoint> endpoints)
    {
        var faults = endpoints.SelectMany(Faults).Distinct(StringComparer.Ordinal).ToList();
        if (faults.Count > 0)
        {
            throw new InvalidOperationException("Parameters without a clear source:" + string.Concat(faults.Select(fault => "\n  " + fault)));
        }
    }

    private static IEnumerable<string> Faults(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action)
        {
            yield break;
        }
        var isForEverybody = endpoint.Metadata.GetMetadata<PublicPageAttribute>() is not null;
        foreach (var parameter in action.Parameters.Concat(action.BoundProperties).Where(parameter => parameter.ParameterType != typeof(CancellationToken)))
        {
            if (SourceOf(parameter) is not { } source)
            {
                yield return $"{action.DisplayName}: {parameter.Name} needs [FromRoute], [FromQuery], [FromForm] or [FromServices].";
            }
            else if (isForEverybody && source != BindingSource.Path && source != BindingSource.Query && source != BindingSource.Services)
            {
                yield return $"{action.DisplayName}: {parameter.Name} of a public page can come from the route or the query alone.";
            }
        }
    }

    private static BindingSource? SourceOf(ParameterDescriptor parameter) => parameter.BindingInfo?.BindingSource;
}
