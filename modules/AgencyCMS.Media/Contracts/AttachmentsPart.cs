using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Recipes;

namespace AgencyCMS.Media.Contracts;

/// <summary>The files of an item, in the order in which they are shown.</summary>
public sealed class AttachmentsPart : ContentPart
{
    /// <summary>Entries without an id are left out. Setting keeps what an entry of the same id holds beyond these values.</summary>
    public IReadOnlyList<Attachment> Attachments
    {
        get => [.. Entries.Select(Read).OfType<Attachment>()];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            var known = Entries.Where(entry => entry.FindText(nameof(Attachment.Id)) is not null).ToLookup(entry => entry.FindText(nameof(Attachment.Id)), StringComparer.Ordinal);
            Json[nameof(Attachments)] = new JsonArray([.. value.Select(attachment => Write(attachment, known[attachment.Id].FirstOrDefault()))]);
        }
    }

    /// <summary>Whether an item has a file among its attachments, in whichever part.</summary>
    public static bool Has(ContentItem item, string id)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Document.Select(property => property.Value).OfType<JsonObject>().SelectMany(EntriesOf).Any(entry => entry.FindText(nameof(Attachment.Id)) == id);
    }

    private IReadOnlyList<JsonObject> Entries => EntriesOf(Json);

    private static IReadOnlyList<JsonObject> EntriesOf(JsonObject part) => part[nameof(Attachments)] is JsonArray array ? [.. array.OfType<JsonObject>()] : [];

    private static Attachment? Read(JsonObject entry) => entry.FindText(nameof(Attachment.Id)) is { Length: > 0 } id
        ? new Attachment(
            id,
            entry.FindText(nameof(Attachment.FileName)) ?? "",
            entry.FindText(nameof(Attachment.Title)) ?? "",
            long.TryParse(entry.FindText(nameof(Attachment.Size)), out var size) ? size : 0,
            entry.FindText(nameof(Attachment.MediaType)) ?? "application/octet-stream",
            entry.FindText(nameof(Attachment.Hash)) ?? "")
        : null;

    private static JsonObject Write(Attachment attachment, JsonObject? known)
    {
        var entry = known?.DeepClone().AsObject() ?? [];
        entry[nameof(Attachment.Id)] = attachment.Id;
        entry[nameof(Attachment.FileName)] = attachment.FileName;
        entry[nameof(Attachment.Title)] = attachment.Title;
        entry[nameof(Attachment.Size)] = attachment.Size;
        entry[nameof(Attachment.MediaType)] = attachment.MediaType;
        entry[nameof(Attachment.Hash)] = attachment.Hash;
        return entry;
    }
}
