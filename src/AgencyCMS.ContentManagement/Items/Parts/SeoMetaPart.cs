namespace AgencyCMS.ContentManagement.Items.Parts;

/// <summary>What the head of the item's page says, where it differs from the item itself.</summary>
public sealed class SeoMetaPart : ContentPart
{
    public string? PageTitle
    {
        get => Text(nameof(PageTitle));
        set => Set(nameof(PageTitle), value);
    }

    /// <summary>True unless switched off.</summary>
    public bool Render
    {
        get => !Json.ContainsKey(nameof(Render)) || Flag(nameof(Render));
        set => Set(nameof(Render), value);
    }

    public string? MetaDescription
    {
        get => Text(nameof(MetaDescription));
        set => Set(nameof(MetaDescription), value);
    }

    public string? MetaKeywords
    {
        get => Text(nameof(MetaKeywords));
        set => Set(nameof(MetaKeywords), value);
    }

    public string? Canonical
    {
        get => Text(nameof(Canonical));
        set => Set(nameof(Canonical), value);
    }

    public string? MetaRobots
    {
        get => Text(nameof(MetaRobots));
        set => Set(nameof(MetaRobots), value);
    }
}
