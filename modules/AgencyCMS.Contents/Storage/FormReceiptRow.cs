using AgencyCMS.Data.Stores;

namespace AgencyCMS.Contents.Storage;

/// <summary>That a form has been dealt with: written with its effect, so that the same form sent twice has it once.</summary>
internal sealed class FormReceiptRow : ITenantRow
{
    public int TenantId { get; set; }

    /// <summary>Hash of the form with everything that was typed and of who sent it.</summary>
    public required string Key { get; init; }

    public DateTimeOffset UsedAt { get; init; }

    /// <summary>Stamp of the item after the form; null where the key is a page's token alone.</summary>
    public int? Stamp { get; set; }
}
