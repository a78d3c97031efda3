namespace AgencyCMS.ContentManagement.Items.Parts;

public sealed class LocalizationPart : ContentPart
{
    /// <summary>Id shared by the translations of one text.</summary>
    public string? LocalizationSet
    {
        get => Text(nameof(LocalizationSet));
        set => Set(nameof(LocalizationSet), value);
    }

    /// <summary>Culture name such as zh-CN.</summary>
    public string? Culture
    {
        get => Text(nameof(Culture));
        set => Set(nameof(Culture), value);
    }
}
