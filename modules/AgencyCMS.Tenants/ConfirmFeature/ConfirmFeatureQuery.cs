using System.Collections.Immutable;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Tenants.ConfirmFeature;

/// <summary>What a site loses with a core feature.</summary>
internal sealed class ConfirmFeatureQuery(FeatureCatalogue catalogue, EndpointDataSource endpoints)
{
    /// <returns>Null when the feature is no core feature, or the tenant does not have it.</returns>
    public ConfirmFeaturePage? Run(Tenant tenant, string feature, string? text) => catalogue.Find(feature) is { IsCore: true } found && tenant.HasFeature(found.Id)
        ? new ConfirmFeaturePage { Tenant = tenant, Feature = found, Addresses = [.. AddressesOf(found.Id)], Text = text }
        : null;

    /// <summary>The addresses of readers' pages that are part of the feature, without those that stand for many.</summary>
    private IEnumerable<string> AddressesOf(string feature) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<FeatureGateAttribute>()?.FeatureId == feature && endpoint.Metadata.GetMetadata<PublicAccessAttribute>() is not null)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')) // routes of controllers have a text
        .Where(address => !address.Contains('{', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}

/// <summary>The page that asks.</summary>
internal sealed record ConfirmFeaturePage
{
    public required Tenant Tenant { get; init; }
    public required FeatureDescriptor Feature { get; init; }

    /// <summary>Addresses under the site that are gone then.</summary>
    public required ImmutableArray<string> Addresses { get; init; }

    /// <summary>The name that confirms it, as typed.</summary>
    public string? Text { get; init; }
}
