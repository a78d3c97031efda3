using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace AgencyCMS.Presentation.Http;

/// <summary>Lets a module keep its controllers internal and call them <c>…Endpoint</c>.</summary>
internal sealed class EndpointControllerProvider : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) =>
        typeof(ControllerBase).IsAssignableFrom(typeInfo) && !typeInfo.IsAbstract && !typeInfo.IsPublic && typeInfo.Name.EndsWith("Endpoint", StringComparison.Ordinal);
}
