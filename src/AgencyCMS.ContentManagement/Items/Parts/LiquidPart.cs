namespace AgencyCMS.ContentManagement.Items.Parts;

public sealed class LiquidPart : ContentPart
{
    public string? Liquid
    {
        get => Text(nameof(Liquid));
        set => Set(nameof(Liquid), value);
    }
}
