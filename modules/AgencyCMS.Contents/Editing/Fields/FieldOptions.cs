using System.Collections.Immutable;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Recipes;

namespace AgencyCMS.Contents.Editing.Fields;

internal static class FieldOptions
{
    /// <summary>The values that a field's settings offer, as Orchard Core writes them: <c>Options: [{ name, value }]</c>.</summary>
    public static ImmutableArray<EditorOption> Of(ContentPartFieldDefinition field, string section) =>
        [.. (field.Settings.Section(section)?.FindObjects("Options") ?? [])
            .Select(option => new EditorOption(option.FindText("value") ?? option.FindText("name") ?? "", option.FindText("name") ?? option.FindText("value") ?? ""))
            .Where(option => option.Value.Length > 0)];
}
