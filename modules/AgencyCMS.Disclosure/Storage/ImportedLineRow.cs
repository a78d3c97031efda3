using AgencyCMS.Data.Stores;

namespace AgencyCMS.Disclosure.Storage;

/// <summary>What a line of an import said last of an item. Beside the item, not in it, so that neither an editor's correction nor an older version brought back changes it.</summary>
internal sealed class ImportedLineRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string ContentItemId { get; set; }

    /// <summary>What the line said, property by property; see <see cref="Import.Planning.LineColumns"/>.</summary>
    public required string Columns { get; set; }

    /// <summary>What the item said when an import had written it, in the same form; null where it was not written down, and then the version says it.</summary>
    public string? Written { get; set; }

    /// <summary>Id of the import that brought the item; empty when the item was there before.</summary>
    public required string CreatedBy { get; set; }

    /// <summary>The version that an import wrote last; a later one is an editor's.</summary>
    public required string VersionId { get; set; }

    public DateTimeOffset ImportedAt { get; set; }
}
