using System.Collections.Immutable;

namespace AgencyCMS.Tenants.Contracts;

/// <summary>What a tenant is called and where it is found. All of it can be changed while it runs.</summary>
/// <param name="Name">Name in addresses and commands.</param>
/// <param name="Title">The agency's full official name.</param>
/// <param name="Prefix">First path segment on the default hosts; null for none.</param>
/// <param name="Hosts">Host names of its own, without port.</param>
/// <param name="SiteCode">Government-website identification code, 10 characters or empty.</param>
public sealed record TenantDescription(string Name, string Title, string? Prefix, ImmutableArray<string> Hosts, string SiteCode);
