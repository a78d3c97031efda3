namespace AgencyCMS.Modularity.Features;

/// <summary>That a module offers an implementation of a contract. Asked for through <see cref="IFeatureServices{T}"/>.</summary>
/// <param name="Contract">What is offered.</param>
/// <param name="Implementation">By what.</param>
/// <param name="FeatureId">The feature that must be on for it; null when it is asked for every tenant.</param>
public sealed record Contribution(Type Contract, Type Implementation, string? FeatureId);
