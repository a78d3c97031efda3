namespace AgencyCMS.Modularity.Features;

/// <summary>
/// Marks an endpoint that answers whatever no other one does. Where a more specific endpoint is hidden because its feature is off, it stays silent too, so
/// that nothing appears in place of a page that was switched off.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class YieldsToFeaturesAttribute : Attribute;
