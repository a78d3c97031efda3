namespace AgencyCMS.ContentManagement.Items.Parts;

public sealed class HtmlBodyPart : ContentPart
{
    public string? Html
    {
        get => Text(nameof(Html));
        set => Set(nameof(Html), value);
    }
}
