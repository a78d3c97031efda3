using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Contents.Editing;
using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Contents.Publishing;

/// <summary>Fields that a type requires must be filled in before the item becomes public; a draft may be as it is.</summary>
internal sealed class FieldRules(DefinitionStore definitions, FieldsEditor fields) : IContentHandler
{
    public async Task<IEnumerable<Problem>> CheckAsync(ContentItem item, bool isPublishing, CancellationToken cancellationToken)
    {
        if (!isPublishing)
        {
            return [];
        }
        var known = await definitions.GetAsync(cancellationToken);
        return from use in known.FindType(item.ContentType)?.Parts ?? []
               let definition = known.FindPart(use.PartName)
               where definition is not null
               from field in fields.Missing(item.Document[use.Name] as JsonObject, definition)
               select EditorProblems.FieldMissing($"{use.Name}.{field.Name}", field.DisplayName);
    }
}
