using System.Text.Json.Nodes;

namespace AgencyCMS.ContentManagement.Items.Comparison;

/// <summary>Tells whether two documents have the same content. Values are compared decoded, never their spelling.</summary>
public static class ContentItemComparison
{
    public static bool HasSameContent(this ContentItem item, ContentItem other, IgnoredProperties ignored = IgnoredProperties.Bookkeeping)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(other);
        return Canonical(item.Document, ignored) == Canonical(other.Document, ignored);
    }

    /// <summary>The same text for two items exactly when they have the same content.</summary>
    public static string Canonical(JsonObject item, IgnoredProperties ignored)
    {
        ArgumentNullException.ThrowIfNull(item);
        var rest = item.Where(property => !IsIgnored(property.Key, ignored)).Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone()));
        return CanonicalJson.Write(new JsonObject(rest), ignored.HasFlag(IgnoredProperties.Nulls));
    }

    private static bool IsIgnored(string name, IgnoredProperties ignored) => name switch
    {
        nameof(ContentItem.Latest) or nameof(ContentItem.Published) => ignored.HasFlag(IgnoredProperties.State),
        nameof(ContentItem.ContentItemVersionId) => ignored.HasFlag(IgnoredProperties.VersionId),
        nameof(ContentItem.ModifiedUtc) or nameof(ContentItem.PublishedUtc) or nameof(ContentItem.CreatedUtc) => ignored.HasFlag(IgnoredProperties.Dates),
        _ => false,
    };
}
