namespace AgencyCMS.ContentManagement.Items.Parts;

public sealed class TitlePart : ContentPart
{
    public string? Title
    {
        get => Text(nameof(Title));
        set => Set(nameof(Title), value);
    }
}
