using System.Text.Json.Nodes;
using AgencyCMS.Disclosure.Storage;

namespace AgencyCMS.Disclosure.Catalogue;

/// <summary>A catalogue entry as the step <c>Catalogue</c> has it.</summary>
internal static class CatalogueEntryJson
{
    private static readonly string[] Columns = ["Code", "Parent", "Title", "TitleEn", "Kind", "IsOwn"];

    /// <summary>What an own entry keeps beside its columns.</summary>
    internal static JsonObject DetailsOf(JsonObject entry) =>
        new(entry.Where(property => !Columns.Contains(property.Key)).Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));

    /// <summary>The entry as it came from the standard; an own one with its columns.</summary>
    internal static JsonObject Write(CatalogueEntryRow row)
    {
        var entry = JsonNode.Parse(row.Details)!.AsObject();
        if (!row.IsOwn)
        {
            return entry;
        }
        entry.Insert(0, "Code", row.Code);
        entry.Insert(1, "Parent", row.Parent);
        entry.Insert(2, "Title", row.Title);
        entry.Insert(3, "TitleEn", row.TitleEn);
        entry.Insert(4, "Kind", row.Kind);
        entry.Insert(5, "IsOwn", true);
        return entry;
    }
}
