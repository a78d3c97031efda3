using AgencyCMS.Presentation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AgencyCMS.Presentation.Tests.Http;

public sealed class ParameterSourcesTests
{
    [Fact]
    public void Parameter_WithoutSource_StopsTheStart()
    {
        // Act
        var refusal = Assert.Throws<InvalidOperationException>(() => ParameterSources.Check([With("status", typeof(int), null)]));

        // Assert
        Assert.Contains("status needs [FromRoute]", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameter_OfAPublicPage_FromAForm_StopsTheStart()
    {
        // Act
        var refusal = Assert.Throws<InvalidOperationException>(() => ParameterSources.Check([With("path", typeof(string), BindingSource.Form, new PublicPageAttribute())]));

        // Assert
        Assert.Contains("path of a public page", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameter_ThatStopsTheWork_NeedsNoSource() => ParameterSources.Check([With("cancellationToken", typeof(CancellationToken), null)]);

    [Fact]
    public void Parameter_FromTheRoute_OfAPublicPage_IsFine() => ParameterSources.Check([With("path", typeof(string), BindingSource.Path, new PublicPageAttribute())]);

    private static RouteEndpoint With(string name, Type type, BindingSource? source, params object[] metadata)
    {
        var parameter = new ParameterDescriptor { Name = name, ParameterType = type, BindingInfo = source is null ? null : new BindingInfo { BindingSource = source } };
        var action = new ControllerActionDescriptor { DisplayName = "Sample", Parameters = [parameter], BoundProperties = [] };
        return new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("sample"), 0, new EndpointMetadataCollection([action, .. metadata]), "sample");
    }
}
