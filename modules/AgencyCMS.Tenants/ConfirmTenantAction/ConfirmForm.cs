using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AgencyCMS.Tenants.ConfirmTenantAction;

internal sealed record ConfirmForm
{
    /// <summary>The notice of a suspension, or the name that confirms a deletion.</summary>
    public string? Text { get; init; }

    [BindNever]
    public required Tenant Tenant { get; init; }

    [BindNever]
    public required TenantVerb Verb { get; init; }
}
