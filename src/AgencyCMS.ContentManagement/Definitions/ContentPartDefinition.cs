using System.Collections.Immutable;

namespace AgencyCMS.ContentManagement.Definitions;

/// <summary>A part and its fields. The fields of a type lie on the part that has the type's own name.</summary>
public sealed record ContentPartDefinition
{
    private const string PartSettings = "ContentPartSettings";

    public required string Name { get; init; }

    public DefinitionSettings Settings { get; init; } = DefinitionSettings.Empty;

    public ImmutableArray<ContentPartFieldDefinition> Fields { get; init; } = [];

    /// <summary>May be added to any type by hand.</summary>
    public bool IsAttachable => Settings.Flag(PartSettings, "Attachable") ?? false;

    /// <summary>A type may have it several times, under several names.</summary>
    public bool IsReusable => Settings.Flag(PartSettings, "Reusable") ?? false;

    public ContentPartFieldDefinition? FindField(string name) => Fields.FirstOrDefault(field => field.Name == name);

    public bool Equals(ContentPartDefinition? other) =>
        other is not null && Name == other.Name && Settings.Equals(other.Settings) && Fields.SequenceEqual(other.Fields);

    public override int GetHashCode() => HashCode.Combine(Name, Fields.Length);
}
