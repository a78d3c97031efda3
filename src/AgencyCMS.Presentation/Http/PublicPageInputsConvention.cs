using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AgencyCMS.Presentation.Http;

/// <summary>Reads from the parameters of public pages what their addresses may say.</summary>
internal sealed class PublicPageInputsConvention : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        if (!action.Attributes.Concat(action.Controller.Attributes).OfType<PublicPageAttribute>().Any())
        {
            return;
        }
        var inputs = new PublicPageInputs([.. action.Parameters.Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Query).SelectMany(KeysOf)]);
        foreach (var selector in action.Selectors)
        {
            selector.EndpointMetadata.Add(inputs);
        }
    }

    // A form of several fields is asked for field by field.
    private static IEnumerable<string> KeysOf(ParameterModel parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type == typeof(string) || type.IsValueType
            ? [parameter.BindingInfo!.BinderModelName ?? parameter.Name] // those without are left out above
            : type.GetProperties().Select(property => property.GetCustomAttributes().OfType<IModelNameProvider>().FirstOrDefault()?.Name ?? property.Name);
    }
}
