using System.Collections.Immutable;

namespace AgencyCMS.Contents.Contracts;

/// <summary>What the form shows for a part: fields, and for what fields cannot express, a view of the module's own.</summary>
public sealed record PartEditor
{
    /// <summary>Heading of the group of fields; empty for none.</summary>
    public string Title { get; init; } = "";

    public string? Hint { get; init; }

    public ImmutableArray<EditorField> Fields { get; init; } = [];

    /// <summary>Name of a partial view in the module's folder <c>Parts</c>, shown below the fields; null for none.</summary>
    public string? View { get; init; }

    /// <summary>Model of that view.</summary>
    public object? Model { get; init; }

    /// <summary>True to stand beside the text, where there is room, with what is seldom changed.</summary>
    public bool IsAside { get; init; }
}
