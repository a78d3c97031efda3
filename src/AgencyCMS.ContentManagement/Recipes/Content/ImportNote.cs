using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Comparison;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Recipes;

namespace AgencyCMS.ContentManagement.Recipes.Content;

/// <summary>
/// What is remembered of an imported version that could not be stored as it came, because its HTML was cleaned or a module
/// filled something in. By it a second import finds nothing new, and an export gives the original back.
/// </summary>
/// <param name="SourceHash">Stands for the content as it came.</param>
/// <param name="Cleaned">The texts that were cleaned, as <see cref="CleanedText"/> has them.</param>
internal sealed record ImportNote(string SourceHash, JsonArray Cleaned)
{
    private const string Source = nameof(Source);

    /// <returns>Null when the stored version says the same as its source.</returns>
    internal static ImportNote? Of(ContentItem source, ContentItem stored)
    {
        var alike = stored.Clone();
        ImportedMoments.MakeAlike(alike, source.Clone());
        return source.HasSameContent(alike) ? null : new(HashOf(source), CleanedText.Between(WithoutBookkeeping(source), stored.Document));
    }

    internal static ImportNote Read(DocumentRow row)
    {
        var json = JsonNode.Parse(row.Json)!.AsObject();
        return new(json.FindText(Source) ?? "", json[nameof(Cleaned)] as JsonArray ?? []);
    }

    internal JsonObject ToJson() => new() { [Source] = SourceHash, [nameof(Cleaned)] = Cleaned.DeepClone() };

    internal bool IsOf(ContentItem source) => SourceHash == HashOf(source);

    private static string HashOf(ContentItem item) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ContentItemComparison.Canonical(item.Document, IgnoredProperties.Bookkeeping))))[..32];

    private static JsonObject WithoutBookkeeping(ContentItem item) =>
        JsonNode.Parse(ContentItemComparison.Canonical(item.Document, IgnoredProperties.Bookkeeping))!.AsObject();
}
