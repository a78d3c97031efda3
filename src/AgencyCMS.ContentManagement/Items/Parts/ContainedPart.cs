namespace AgencyCMS.ContentManagement.Items.Parts;

/// <summary>Says in which list an item stands.</summary>
public sealed class ContainedPart : ContentPart
{
    public string? ListContentItemId
    {
        get => Text(nameof(ListContentItemId));
        set => Set(nameof(ListContentItemId), value);
    }

    /// <summary>Content type of the list; older documents have none.</summary>
    public string? ListContentType
    {
        get => Text(nameof(ListContentType));
        set => Set(nameof(ListContentType), value);
    }

    /// <summary>Place in the list; lower comes first.</summary>
    public int Order
    {
        get => (int)(Number(nameof(Order)) ?? 0);
        set => Set(nameof(Order), (decimal?)value);
    }
}
