namespace AgencyCMS.Modularity.Features;

/// <summary>That a module offers an implementation of a contract as part of a feature. Asked for through <see cref="IFeatureServices{T}"/>.</summary>
public sealed record Contribution(Type Contract, Type Implementation, string FeatureId);
