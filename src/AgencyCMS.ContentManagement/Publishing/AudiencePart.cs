using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// Says for whom an item is; without it an item is for everybody. Whatever it says that is not plainly one of our words counts as staff: a mistake must not
/// publish.
/// </summary>
public sealed class AudiencePart : ContentPart
{
    /// <summary>As in the document, also where the property is written in another case or twice.</summary>
    public Audience Audience
    {
        get
        {
            var said = Json.Where(property => property.Key.Equals(nameof(Audience), StringComparison.OrdinalIgnoreCase)).Select(property => Read(property.Value)).Distinct().ToList();
            // A part that says something, but not for whom, means somebody other than everybody.
            return said.Count switch { 0 => Json.Count == 0 ? Audience.Public : Audience.Staff, 1 => said[0], _ => Audience.Staff };
        }

        set
        {
            foreach (var other in Json.Select(property => property.Key).Where(key => key != nameof(Audience) && key.Equals(nameof(Audience), StringComparison.OrdinalIgnoreCase)).ToList())
            {
                Json.Remove(other);
            }
            Set(nameof(Audience), value.ToString());
        }
    }

    /// <summary>Name of the staff group; null unless the audience is one.</summary>
    public string? Group
    {
        get => Text(nameof(Group));
        set => Set(nameof(Group), value);
    }

    /// <summary>For whom an item is. The one reader of the part, whatever shape an import gave it.</summary>
    public static (Audience Audience, string? Group) Of(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var said = item.Document.Where(property => property.Key.Equals(nameof(AudiencePart), StringComparison.OrdinalIgnoreCase)).ToList();
        if (said is not [(nameof(AudiencePart), JsonObject)])
        {
            return (said.Count == 0 && !IsRestrictedOtherwise(item) ? Audience.Public : Audience.Staff, null);
        }
        var part = item.Part<AudiencePart>()!; // the object above
        return (part.Audience, part.Audience == Audience.Group ? part.Group : null);
    }

    /// <summary>Says for whom an item is, in place of whatever was said in another shape or spelling.</summary>
    public static void Put(ContentItem item, Audience audience, string? group)
    {
        ArgumentNullException.ThrowIfNull(item);
        foreach (var other in item.Document.Where(property => property.Key.Equals(nameof(AudiencePart), StringComparison.OrdinalIgnoreCase) && (property.Key != nameof(AudiencePart) || property.Value is not JsonObject))
            .Select(property => property.Key).ToList())
        {
            item.Document.Remove(other);
        }
        item.Alter<AudiencePart>(part => (part.Audience, part.Group) = (audience, group));
    }

    // As the permissions module of many Orchard Core sites says it, and as somebody says it who has not found the part.
    private static bool IsRestrictedOtherwise(ContentItem item) => item.Document.Any(property =>
        property.Key.Equals(nameof(Audience), StringComparison.OrdinalIgnoreCase) ? Read(property.Value) != Audience.Public
        : property.Key.Equals("ContentPermissionsPart", StringComparison.OrdinalIgnoreCase)
            && property.Value is JsonObject part && part.Any(said => said.Key.Equals("Enabled", StringComparison.OrdinalIgnoreCase) && said.Value?.ToString() is not ("false" or "False")));

    private static Audience Read(JsonNode? value)
    {
        var text = value is JsonValue said && said.GetValueKind() is JsonValueKind.String ? said.ToString() : null;
        // By name alone: numbers and lists of names are words of nobody here.
        return Enum.GetValues<Audience>().Cast<Audience?>().FirstOrDefault(known => known.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? Audience.Staff;
    }
}
