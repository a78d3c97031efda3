namespace AgencyCMS.ContentManagement.Items.Parts;

/// <summary>
/// Marks an item that was public elsewhere before it came here: the date of publication that readers see is what its records say, not what the platform has seen.
/// </summary>
public sealed class ImportedPart : ContentPart
{
    /// <summary>When it was brought in, by the platform's clock.</summary>
    public DateTimeOffset? ImportedUtc
    {
        get => Instant(nameof(ImportedUtc));
        set => Set(nameof(ImportedUtc), value);
    }

    /// <summary>The first publication as its records say.</summary>
    public DateTimeOffset? StatedPublishedUtc
    {
        get => Instant(nameof(StatedPublishedUtc));
        set => Set(nameof(StatedPublishedUtc), value);
    }
}
