namespace AgencyCMS.Contents.Contracts;

/// <summary>A module's share in the public page of an item: its text, its attachments. Contributed.</summary>
public interface IItemSection
{
    /// <summary>Smaller comes first; the text is at 20, attachments at 40.</summary>
    int Order { get; }

    /// <returns>Null when the item has nothing of it.</returns>
    Task<ItemView?> BuildAsync(ShownItem shown, CancellationToken cancellationToken);
}
