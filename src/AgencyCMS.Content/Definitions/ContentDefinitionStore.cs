using System.Text.Json.Nodes;
using AgencyCMS.Content.Items;
using AgencyCMS.Content.Storage;

namespace AgencyCMS.Content.Definitions;

/// <summary>The content types and parts of the current tenant.</summary>
public sealed class ContentDefinitionStore(TenantDocuments documents)
{
    private const string TypeCollection = "content-types";
    private const string PartCollection = "content-parts";

    public async Task<ContentDefinitions> ReadAsync(CancellationToken cancellationToken)
    {
        var types = await documents.ListAsync(TypeCollection, cancellationToken);
        var parts = await documents.ListAsync(PartCollection, cancellationToken);
        return ContentDefinitionJson.Read(new()
        {
            ["ContentTypes"] = new JsonArray([.. types.Select(document => JsonNode.Parse(document.Json))]),
            ["ContentParts"] = new JsonArray([.. parts.Select(document => JsonNode.Parse(document.Json))]),
        });
    }

    /// <summary>Writes what differs from before, and drops what is gone, with the session's next save. Items stay as they are.</summary>
    public async Task WriteAsync(ContentDefinitions before, ContentDefinitions after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        foreach (var type in after.Types.Values.Where(type => !type.Equals(before.FindType(type.Name))))
        {
            await PutAsync(TypeCollection, type.Name, ContentDefinitionJson.Write(type), cancellationToken);
        }
        foreach (var part in after.Parts.Values.Where(part => !part.Equals(before.FindPart(part.Name))))
        {
            await PutAsync(PartCollection, part.Name, ContentDefinitionJson.Write(part), cancellationToken);
        }
        foreach (var name in before.Types.Keys.Except(after.Types.Keys))
        {
            await documents.RemoveAsync(TypeCollection, name, cancellationToken);
        }
        foreach (var name in before.Parts.Keys.Except(after.Parts.Keys))
        {
            await documents.RemoveAsync(PartCollection, name, cancellationToken);
        }
    }

    private Task<bool> PutAsync(string collection, string name, JsonObject record, CancellationToken cancellationToken) =>
        documents.PutAsync(new(collection, name, record.ToJsonString(ContentItemJson.Compact)), cancellationToken);
}
