using AgencyCMS.Modularity.Texts;
using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Architecture.Tests.Live;

/// <summary>No text of a form or an address without a length.</summary>
[Collection(LiveHostCollection.Name)]
public sealed class TextLimitTests(LiveHost host)
{
    [Fact]
    public void BoundText_HasAMaximum()
    {
        // Arrange
        var metadata = host.Services.GetRequiredService<IModelMetadataProvider>();
        var parameters = host.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()).OfType<ControllerActionDescriptor>().Distinct()
            .SelectMany(action => action.MethodInfo.GetParameters().Select(parameter => (action.DisplayName, Model: ((ModelMetadataProvider)metadata).GetMetadataForParameter(parameter))));

        // Act
        var breaches = parameters.SelectMany(parameter => WithoutMaximum(parameter.Model, [], parameter.DisplayName + " " + parameter.Model.Name));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void BoundText_WithoutAMaximum_IsABreach()
    {
        // Arrange
        using var services = new ServiceCollection().AddLogging().AddMvcCore().AddDataAnnotations().Services.BuildServiceProvider();

        // Act
        var breaches = WithoutMaximum(services.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(typeof(Sample)), [], nameof(Sample));

        // Assert
        Assert.Equal(["Sample.Open", "Sample.List[]"], breaches);
    }

    private static IEnumerable<string> WithoutMaximum(ModelMetadata model, HashSet<Type> seen, string place)
    {
        if (model.ModelType == typeof(string))
        {
            return model.ValidatorMetadata.Any(TextLimits.IsMaximum) ? [] : [place];
        }
        if (model.ElementMetadata is { } element)
        {
            return WithoutMaximum(element, seen, place + "[]");
        }
        // Types of the framework and of libraries are services or files.
        return model.IsComplexType && model.ModelType.Namespace?.StartsWith(nameof(AgencyCMS), StringComparison.Ordinal) == true && seen.Add(model.ModelType)
            ? model.Properties.Where(property => property.IsBindingAllowed && !property.IsReadOnly).SelectMany(property => WithoutMaximum(property, seen, $"{place}.{property.Name}"))
            : [];
    }

    private sealed class Sample
    {
        public string Open { get; set; } = "";

        [MaxCharacters(10)]
        public string Declared { get; set; } = "";

        public string[] List { get; set; } = [];
    }
}
