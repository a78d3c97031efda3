using System.Collections.Immutable;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants.SwitchFeatures;

/// <summary>The features that a tenant can have, and what stands in the way of switching each.</summary>
internal sealed record FeaturesPage(Tenant Tenant, bool IsOwn, ImmutableArray<FeatureLine> Lines);

/// <summary>One feature.</summary>
/// <param name="Feature">What it is.</param>
/// <param name="IsEnabled">Whether the tenant has it.</param>
/// <param name="IsFixed">True when it cannot be switched: always on, or the site's theme.</param>
/// <param name="IsCountys">True when the site cannot do without it and only the county office switches it.</param>
/// <param name="SwitchedOnWith">Names of the features that would be switched on with it.</param>
/// <param name="NeededBy">Names of the features that keep it on.</param>
internal sealed record FeatureLine(FeatureDescriptor Feature, bool IsEnabled, bool IsFixed, bool IsCountys, ImmutableArray<string> SwitchedOnWith, ImmutableArray<string> NeededBy);
