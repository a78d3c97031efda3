using AgencyCMS.Data.Stores;

namespace AgencyCMS.ContentManagement.Storage;

/// <summary>An address of a published item. An address once used keeps leading to its item.</summary>
public sealed class ContentRouteRow : ITenantRow
{
    public int TenantId { get; set; }

    /// <summary>Path below the tenant, lower case, no slash at either end.</summary>
    public required string Path { get; set; }

    public required string ContentItemId { get; set; }

    /// <summary>False for an address that redirects to the current one.</summary>
    public bool IsCurrent { get; set; }
}

/// <summary>What an editor has typed and not yet saved.</summary>
public sealed class ContentAutosaveRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string ContentItemId { get; set; }
    public required string Account { get; set; }

    /// <summary>Stamp of the item on which the typing began.</summary>
    public int Stamp { get; set; }

    /// <summary>The form's fields as JSON.</summary>
    public required string Form { get; set; }

    public DateTimeOffset SavedAt { get; set; }
}

internal sealed class SettingRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string Name { get; set; }
    public required string Json { get; set; }
}

internal sealed class DocumentRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string Collection { get; set; }
    public required string Name { get; set; }
    public int Position { get; set; }
    public required string Json { get; set; }
}
