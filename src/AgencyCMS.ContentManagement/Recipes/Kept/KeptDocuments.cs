using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Comparison;
using AgencyCMS.ContentManagement.Storage;

namespace AgencyCMS.ContentManagement.Recipes.Kept;

/// <summary>JSON documents that a recipe brought, compared by what they say and not by their spelling.</summary>
internal sealed class KeptDocuments(TenantDocuments documents)
{
    /// <summary>Adds or replaces a document with the session's next save.</summary>
    /// <returns>False when it says the same already.</returns>
    internal async Task<bool> PutAsync(string collection, string name, JsonNode? value, CancellationToken cancellationToken)
    {
        var known = await documents.FindAsync(collection, name, cancellationToken);
        if (known is not null && CanonicalJson.Write(JsonNode.Parse(known.Json)) == CanonicalJson.Write(value))
        {
            return false;
        }
        return await documents.PutAsync(new(collection, name, value?.ToJsonString(ContentItemJson.Compact) ?? "null"), cancellationToken);
    }

    internal Task<bool> RemoveAsync(string collection, string name, CancellationToken cancellationToken) =>
        documents.RemoveAsync(collection, name, cancellationToken);

    /// <summary>The documents of a collection in the order in which they came.</summary>
    internal async Task<IReadOnlyList<(string Name, JsonNode? Value)>> ListAsync(string collection, CancellationToken cancellationToken) =>
        [.. (await documents.ListAsync(collection, cancellationToken)).Select(document => (document.Name, JsonNode.Parse(document.Json)))];

    internal async Task<JsonNode?> FindAsync(string collection, string name, CancellationToken cancellationToken) =>
        await documents.FindAsync(collection, name, cancellationToken) is { } document ? JsonNode.Parse(document.Json) : null;
}
