using System.Collections.Immutable;

namespace AgencyCMS.ContentManagement.Definitions;

/// <summary>What items of one type are made of.</summary>
public sealed record ContentTypeDefinition
{
    private const string TypeSettings = "ContentTypeSettings";

    /// <summary>Technical name, unique in a tenant.</summary>
    public required string Name { get; init; }

    /// <summary>What people call the type; the technical name where the recipe gave none.</summary>
    public string DisplayName { get; init; } = "";

    public DefinitionSettings Settings { get; init; } = DefinitionSettings.Empty;

    /// <summary>In the order of the file; pages sort by <see cref="ContentTypePartDefinition.Position"/>.</summary>
    public ImmutableArray<ContentTypePartDefinition> Parts { get; init; } = [];

    /// <summary>May be made by hand from the list of types.</summary>
    public bool IsCreatable => Settings.Flag(TypeSettings, "Creatable") ?? false;

    public bool IsListable => Settings.Flag(TypeSettings, "Listable") ?? false;

    public bool IsDraftable => Settings.Flag(TypeSettings, "Draftable") ?? false;

    public bool IsVersionable => Settings.Flag(TypeSettings, "Versionable") ?? false;

    /// <summary>Such as Widget, MenuItem or CustomSettings; null for ordinary content.</summary>
    public string? Stereotype => Settings.Text(TypeSettings, "Stereotype");

    public ContentTypePartDefinition? FindPart(string name) => Parts.FirstOrDefault(part => part.Name == name);

    public bool Equals(ContentTypeDefinition? other) =>
        other is not null && Name == other.Name && DisplayName == other.DisplayName && Settings.Equals(other.Settings) && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => HashCode.Combine(Name, DisplayName, Parts.Length);
}
