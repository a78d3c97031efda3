using System.Collections.Frozen;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.ContentManagement.Definitions;

/// <summary>
/// Which names types, parts and fields may have. The parts of an item stand beside its own properties, so a part of the name of one would overwrite it; and of two
/// names that differ in case alone, readers that ignore case find only one.
/// </summary>
public static class DefinitionNames
{
    private static readonly FrozenSet<string> OfItems = FrozenSet.ToFrozenSet(
    [
        nameof(ContentItem.ContentItemId), nameof(ContentItem.ContentItemVersionId), nameof(ContentItem.ContentType), nameof(ContentItem.DisplayText),
        nameof(ContentItem.Latest), nameof(ContentItem.Published), nameof(ContentItem.ModifiedUtc), nameof(ContentItem.PublishedUtc), nameof(ContentItem.CreatedUtc),
        nameof(ContentItem.Owner), nameof(ContentItem.Author), "Id", "ContentItem",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OfParts = FrozenSet.ToFrozenSet(["ContentItem"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with the names of some types and parts among all that will be there.</summary>
    /// <param name="definitions">All definitions as they are to be.</param>
    /// <param name="types">Names of the types to look at.</param>
    /// <param name="parts">Names of the parts to look at, with their fields.</param>
    public static IReadOnlyList<Problem> Check(ContentDefinitions definitions, IReadOnlyCollection<string> types, IReadOnlyCollection<string> parts)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(types);
        ArgumentNullException.ThrowIfNull(parts);
        var used = types.Select(definitions.FindType).OfType<ContentTypeDefinition>().ToList();
        var made = parts.Select(definitions.FindPart).OfType<ContentPartDefinition>().ToList();
        return
        [
            .. types.Concat(parts).Concat(used.SelectMany(type => type.Parts.Select(part => part.Name))).Where(OfItems.Contains).Distinct(StringComparer.Ordinal).Select(Reserved),
            .. made.SelectMany(part => part.Fields.Select(field => field.Name)).Where(OfParts.Contains).Distinct(StringComparer.Ordinal).Select(Reserved),
            .. Alike(definitions.Types.Keys, types),
            .. Alike(definitions.Parts.Keys, parts),
            .. used.Select(type => TextProblems.CheckSeen("DisplayName", type.DisplayName)).OfType<Problem>(),
            .. used.SelectMany(type => type.Parts.Select(part => TextProblems.CheckSeen("DisplayName", part.Settings.Text("ContentTypePartSettings", "DisplayName")))).OfType<Problem>(),
            .. made.SelectMany(part => part.Fields.Select(field => TextProblems.CheckSeen("DisplayName", field.DisplayName))).OfType<Problem>(),
            .. used.SelectMany(type => Alike(type.Parts.Select(part => part.Name), null)),
            .. made.SelectMany(part => Alike(part.Fields.Select(field => field.Name), null)),
        ];
    }

    private static IEnumerable<Problem> Alike(IEnumerable<string> names, IReadOnlyCollection<string>? lookedAt) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Select(group => group.Distinct(StringComparer.Ordinal).ToList())
        .Where(group => group.Count > 1 && (lookedAt is null || group.Exists(lookedAt.Contains))).Select(group => AlikeButForCase(group[0], group[1]));

    private static Problem Reserved(string name) => Problem.Invalid("content.name-reserved", "Name", "The name “{0}” is one that every item has for something of its own. Choose another one.", name);

    private static Problem AlikeButForCase(string one, string other) =>
        Problem.Invalid("content.names-alike", "Name", "The names “{0}” and “{1}” differ in capital letters alone. Choose another one.", one, other);
}
