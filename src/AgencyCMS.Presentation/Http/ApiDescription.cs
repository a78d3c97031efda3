using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace AgencyCMS.Presentation.Http;

/// <summary>Describes the API of a site in the form of OpenAPI: what lies below <c>/api/v1</c> and belongs to a feature that is on.</summary>
internal static class ApiDescription
{
    private const string Version = "v1";
    private const string Prefix = "api/" + Version + "/";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Version, options =>
    {
        // Every GET answers HEAD, too; that need not be said of each.
        options.ShouldInclude = described => described.RelativePath?.StartsWith(Prefix, StringComparison.Ordinal) == true && described.HttpMethod != HttpMethods.Head;
        options.AddDocumentTransformer<OfTenant>();
        options.AddOperationTransformer((operation, context, _) =>
        {
            // What a form works out from its values is not asked for.
            var computed = context.Description.ParameterDescriptions
                .Where(parameter => parameter.ModelMetadata is { MetadataKind: ModelMetadataKind.Property, IsReadOnly: true }).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
            operation.Parameters = operation.Parameters?.Where(parameter => !computed.Contains(parameter.Name!)).ToList(); // every parameter of a query has a name
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi("/openapi/{documentName}.json").WithMetadata(new PublicAccessAttribute());

    private sealed class OfTenant(IHttpContextAccessor http) : IOpenApiDocumentTransformer
    {
        public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
        {
            var tenant = http.HttpContext?.Features.Get<Tenant>();
            document.Info.Title = tenant?.Title ?? document.Info.Title;
            // Relative to where the description was found: the name of the host is the reader's own business.
            document.Servers = [new OpenApiServer { Url = http.HttpContext?.Request.PathBase is { HasValue: true } prefix ? prefix.Value! : "/" }];
            foreach (var hidden in context.DescriptionGroups.SelectMany(group => group.Items).Where(described => !IsOn(described, tenant)))
            {
                document.Paths.Remove("/" + hidden.RelativePath);
            }
            return Task.CompletedTask;
        }

        private static bool IsOn(Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription described, Tenant? tenant) =>
            described.ActionDescriptor.EndpointMetadata.OfType<FeatureGateAttribute>().LastOrDefault() is not { } gate || tenant?.HasFeature(gate.FeatureId) == true;
    }
}
