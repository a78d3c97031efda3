namespace AgencyCMS.Modularity.Features;

/// <summary>The feature an endpoint is part of. Set by convention to the module's main feature; put it on a class to name another.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FeatureGateAttribute(string featureId) : Attribute
{
    public string FeatureId { get; } = featureId;
}
