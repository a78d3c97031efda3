using System.Reflection;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Modules;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace AgencyCMS.Presentation.Http;

/// <summary>Gives every controller the feature gate of its module unless it names another feature itself.</summary>
internal sealed class FeatureGateConvention(ModuleGraph graph) : IApplicationModelConvention
{
    private readonly Dictionary<Assembly, string> _features = graph.Modules.ToDictionary(module => module.Assembly, module => module.Id);

    public void Apply(ApplicationModel application)
    {
        foreach (var controller in application.Controllers)
        {
            if (controller.Attributes.OfType<FeatureGateAttribute>().Any() || !_features.TryGetValue(controller.ControllerType.Assembly, out var feature))
            {
                continue;
            }
            foreach (var selector in controller.Selectors)
            {
                selector.EndpointMetadata.Add(new FeatureGateAttribute(feature));
            }
        }
    }
}
