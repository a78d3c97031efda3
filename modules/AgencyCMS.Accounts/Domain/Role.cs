using System.Collections.Immutable;
using System.Text.Json;
using AgencyCMS.Data.Stores;

namespace AgencyCMS.Accounts.Domain;

/// <summary>A role of one tenant: a name for a set of permissions. Lies in the tenant's store, so it travels with the tenant.</summary>
internal sealed class Role : ITenantRow
{
    public int TenantId { get; set; }
    public required string Name { get; init; }
    public required string Description { get; set; }

    /// <summary>JSON array of permission ids.</summary>
    public string Permissions { get; private set; } = "[]";

    public ImmutableArray<string> PermissionIds
    {
        get => JsonSerializer.Deserialize<ImmutableArray<string>>(Permissions);
        set => Permissions = JsonSerializer.Serialize(value.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
