namespace AgencyCMS.ContentManagement.Items.Parts;

public sealed class MarkdownBodyPart : ContentPart
{
    public string? Markdown
    {
        get => Text(nameof(Markdown));
        set => Set(nameof(Markdown), value);
    }
}
