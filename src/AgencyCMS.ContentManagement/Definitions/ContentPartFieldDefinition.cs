namespace AgencyCMS.ContentManagement.Definitions;

/// <summary>A field of a part. Items store its value under the part's name and then <see cref="Name"/>.</summary>
public sealed record ContentPartFieldDefinition
{
    private const string FieldSettings = "ContentPartFieldSettings";

    /// <summary>Kind of the field, such as TextField.</summary>
    public required string FieldName { get; init; }

    /// <summary>Technical name inside its part.</summary>
    public required string Name { get; init; }

    public DefinitionSettings Settings { get; init; } = DefinitionSettings.Empty;

    public string DisplayName => Settings.Text(FieldSettings, "DisplayName") ?? Name;

    public string? Description => Settings.Text(FieldSettings, "Description");

    public string? Position => Settings.Text(FieldSettings, "Position");

    public string? Editor => Settings.Text(FieldSettings, "Editor");

    /// <summary>What the editor says beneath the field; null when there is no hint.</summary>
    public string? Hint => Settings.Text(FieldName + "Settings", "Hint");

    public bool IsRequired => Settings.Flag(FieldName + "Settings", "Required") ?? false;
}
