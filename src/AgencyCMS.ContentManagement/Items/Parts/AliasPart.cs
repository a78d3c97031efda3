namespace AgencyCMS.ContentManagement.Items.Parts;

public sealed class AliasPart : ContentPart
{
    public string? Alias
    {
        get => Text(nameof(Alias));
        set => Set(nameof(Alias), value);
    }
}
