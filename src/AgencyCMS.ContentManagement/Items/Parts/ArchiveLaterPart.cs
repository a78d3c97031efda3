namespace AgencyCMS.ContentManagement.Items.Parts;

public sealed class ArchiveLaterPart : ContentPart
{
    /// <summary>Instant at which the item is withdrawn; null when nothing is scheduled.</summary>
    public DateTimeOffset? ScheduledArchiveUtc
    {
        get => Instant(nameof(ScheduledArchiveUtc));
        set => Set(nameof(ScheduledArchiveUtc), value);
    }
}
