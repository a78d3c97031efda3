namespace AgencyCMS.ContentManagement.Items.Parts;

public sealed class PublishLaterPart : ContentPart
{
    /// <summary>Instant at which the draft becomes public; null when nothing is scheduled.</summary>
    public DateTimeOffset? ScheduledPublishUtc
    {
        get => Instant(nameof(ScheduledPublishUtc));
        set => Set(nameof(ScheduledPublishUtc), value);
    }
}
