using System.Collections.Immutable;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AgencyCMS.Tenants.HelpTenant;

/// <summary>What the county's staff say before they work inside an agency.</summary>
internal sealed record HelpTenantForm
{
    /// <summary>How long a visit can be, in minutes.</summary>
    public static ImmutableArray<int> Choices { get; } = [30, 60, 120, 240, 480];

    public string? Reason { get; init; }

    public int Minutes { get; init; } = 60;

    /// <summary>The agency.</summary>
    [BindNever]
    public Tenant? Tenant { get; init; }
}
