using System.Collections.Immutable;
using AgencyCMS.Admin.Contracts;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants.ListTenants;

/// <summary>A page of the list.</summary>
/// <param name="Filter">What was asked for; its page is one that exists.</param>
/// <param name="Tenants">The rows of the page.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record TenantList(TenantListFilter Filter, ImmutableArray<Tenant> Tenants, int Total)
{
    /// <summary>How the tenants of the page are getting on.</summary>
    public ImmutableArray<TenantColumn> Columns { get; init; } = [];
}
