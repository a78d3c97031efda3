using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AgencyCMS.Content.Items;
using AgencyCMS.Content.Items.Comparison;
using AgencyCMS.Content.Items.Parts;
using AgencyCMS.Content.Storage;
using AgencyCMS.Modularity.Recipes;

namespace AgencyCMS.Content.Recipes.Content;

/// <summary>
/// What is remembered of an imported version that could not be stored as it came, because its HTML was cleaned or a module
/// filled something in. By it a second import finds nothing new, and an export gives the original back.
/// </summary>
/// <param name="SourceHash">Stands for the content as it came.</param>
/// <param name="OriginalHtml">The body's HTML as it came; null when it was not cleaned.</param>
internal sealed record ImportNote(string SourceHash, string? OriginalHtml)
{
    private const string Source = nameof(Source);
    private const string Html = nameof(Html);

    /// <returns>Null when the stored version says the same as its source.</returns>
    internal static ImportNote? Of(ContentItem source, ContentItem stored)
    {
        if (source.HasSameContent(stored))
        {
            return null;
        }
        var html = source.Part<HtmlBodyPart>()?.Html;
        return new(HashOf(source), html == stored.Part<HtmlBodyPart>()?.Html ? null : html);
    }

    internal static ImportNote Read(DocumentRow row)
    {
        var json = JsonNode.Parse(row.Json)!.AsObject();
        return new(json.FindText(Source) ?? "", json.FindText(Html));
    }

    internal JsonObject ToJson() => new() { [Source] = SourceHash, [Html] = OriginalHtml };

    internal bool IsOf(ContentItem source) => SourceHash == HashOf(source);

    private static string HashOf(ContentItem item) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ContentItemComparison.Canonical(item.Document, IgnoredProperties.Bookkeeping))))[..32];
}
