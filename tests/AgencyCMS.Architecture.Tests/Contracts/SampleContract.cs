namespace AgencyCMS.Architecture.Tests.Contracts;

/// <summary>A type that stands where public types may stand.</summary>
public sealed record SampleContract;
