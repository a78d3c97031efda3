using System.Collections.Immutable;
using AgencyCMS.ContentManagement.Definitions;

namespace AgencyCMS.Contents.ContentTypes;

internal sealed record ContentTypesPage(IReadOnlyList<ContentTypeDefinition> Types, NewTypeForm Form);

internal sealed record ContentTypePage
{
    public required ContentTypeDefinition Type { get; init; }
    public required ImmutableArray<ContentTypePartDefinition> Parts { get; init; }
    public required ImmutableArray<ContentPartFieldDefinition> Fields { get; init; }
    public required string State { get; init; }
    public required IReadOnlyList<string> PartsToAdd { get; init; }
    public required IReadOnlyList<string> FieldKinds { get; init; }

    /// <summary>What was typed before a refusal.</summary>
    public required TypeForm Typed { get; init; }
}
