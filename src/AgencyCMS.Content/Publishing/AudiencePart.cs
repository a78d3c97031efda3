using AgencyCMS.Content.Items.Parts;

namespace AgencyCMS.Content.Publishing;

/// <summary>Says for whom an item is; without it an item is for everybody.</summary>
public sealed class AudiencePart : ContentPart
{
    /// <summary>An unreadable value counts as staff: a mistake must not publish.</summary>
    public Audience Audience
    {
        get => Text(nameof(Audience)) is not { } text ? Publishing.Audience.Public
            : Enum.TryParse<Audience>(text, ignoreCase: true, out var audience) ? audience : Publishing.Audience.Staff;
        set => Set(nameof(Audience), value.ToString());
    }

    /// <summary>Name of the staff group; null unless the audience is one.</summary>
    public string? Group
    {
        get => Text(nameof(Group));
        set => Set(nameof(Group), value);
    }
}
