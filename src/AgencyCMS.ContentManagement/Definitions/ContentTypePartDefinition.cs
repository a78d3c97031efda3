namespace AgencyCMS.ContentManagement.Definitions;

/// <summary>A part as one content type uses it. Items store its data under <see cref="Name"/>.</summary>
public sealed record ContentTypePartDefinition
{
    private const string PartSettings = "ContentTypePartSettings";

    /// <summary>The part's own name, such as BagPart.</summary>
    public required string PartName { get; init; }

    /// <summary>Name of this use of the part, such as Services; the part's own name unless it is used several times.</summary>
    public required string Name { get; init; }

    public DefinitionSettings Settings { get; init; } = DefinitionSettings.Empty;

    public string DisplayName => Settings.Text(PartSettings, "DisplayName") ?? Name;

    public string? Description => Settings.Text(PartSettings, "Description");

    /// <summary>Place in editor and page, such as "5" or "5.1"; null when none is set.</summary>
    public string? Position => Settings.Text(PartSettings, "Position");

    public string? Editor => Settings.Text(PartSettings, "Editor");
}
