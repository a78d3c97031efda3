using AgencyCMS.ContentManagement.Storage;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>Where an item stands between its editors and its readers. It follows from the item's row and is stored nowhere.</summary>
public enum ContentState
{
    /// <summary>Nothing of it has been public yet, and nothing is planned.</summary>
    Draft,

    /// <summary>Nothing is public yet; a version is approved for a moment to come.</summary>
    Planned,

    /// <summary>The newest version is public.</summary>
    Public,

    /// <summary>A version is public, a newer one is not.</summary>
    Edited,

    /// <summary>A version is public, another is approved for a moment to come.</summary>
    EditedPlanned,

    /// <summary>It was public and was taken back.</summary>
    Withdrawn,

    /// <summary>It was taken back; a version is approved for a moment to come.</summary>
    WithdrawnPlanned,
}

/// <summary>Reads an item's state from its row.</summary>
public static class ContentStates
{
    /// <summary>The state that a row says.</summary>
    public static ContentState Of(ContentItemRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Of(row.LatestVersionId, row.PublishedVersionId, row.PublishAt is not null, row.WithdrawnAt is not null);
    }

    internal static ContentState Of(string latest, string? published, bool isPlanned, bool wasWithdrawn) => (published, isPlanned, wasWithdrawn) switch
    {
        (null, false, false) => ContentState.Draft,
        (null, true, false) => ContentState.Planned,
        (null, false, true) => ContentState.Withdrawn,
        (null, true, true) => ContentState.WithdrawnPlanned,
        (_, true, _) => ContentState.EditedPlanned,
        _ => published == latest ? ContentState.Public : ContentState.Edited,
    };
}
